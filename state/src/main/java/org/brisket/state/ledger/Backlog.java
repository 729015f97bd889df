package org.brisket.state.ledger;

/** The work that a ledger has put off, first come first served; all of it is stored. */
final class Backlog {
    private final LedgerStore store;

    Backlog(LedgerStore store) {
        this.store = store;
    }

    boolean isEmpty() {
        return store.backlogRange().isEmpty();
    }

    void add(LedgerTask task) {
        BacklogRange range = store.backlogRange();
        store.backlog().put(range.next(), task);
        store.putBacklogRange(range.withOneMore());
    }

    /** The task that has waited longest; there must be one. */
    LedgerTask first() {
        long number = store.backlogRange().first();
        return store.backlog()
                .get(number)
                .orElseThrow(() -> new IllegalStateException("no task of number " + number));
    }

    /** Leaves this to do of the first task. */
    void replaceFirst(LedgerTask rest) {
        store.backlog().put(store.backlogRange().first(), rest);
    }

    void removeFirst() {
        BacklogRange range = store.backlogRange();
        store.backlog().remove(range.first());
        BacklogRange rest = range.withoutFirst();
        store.putBacklogRange(rest.isEmpty() ? BacklogRange.EMPTY : rest);
    }
}
