package org.brisket.state.ledger;

/** The numbers of the tasks that a ledger has put off: from the first to before the next one. */
public record BacklogRange(long first, long next) {
    public static final BacklogRange EMPTY = new BacklogRange(0, 0);

    public boolean isEmpty() {
        return first == next;
    }

    BacklogRange withOneMore() {
        return new BacklogRange(first, next + 1);
    }

    BacklogRange withoutFirst() {
        return new BacklogRange(first + 1, next);
    }
}
