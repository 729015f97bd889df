package org.brisket.state.ledger;

import java.util.Optional;
import org.brisket.protocol.hash.Txid;

/**
 * The proposals of one ledger that wait until a transaction which they stand on is decided. A
 * parked transaction is marked as such, so that those which stand on it wait behind it in turn.
 */
final class ParkedProposals {
    /** Beyond this many proposals behind one transaction, new ones are refused for now. */
    static final int MAX_BEHIND_ONE = 1_000;

    /** And beyond this many bytes. */
    static final int MAX_BYTES_BEHIND_ONE = 16 * 1024 * 1024;

    private final LedgerStore store;
    private final Backlog backlog;

    ParkedProposals(LedgerStore store, Backlog backlog) {
        this.store = store;
        this.backlog = backlog;
    }

    /** Parks a proposal behind a transaction; false if too many wait there already. */
    boolean park(Proposal proposal, Txid parent) {
        ParkedLine line = line(parent);
        if (isFull(line, proposal)) {
            return false;
        }
        store.parkedProposals().put(new ParkedSlot(parent, line.next()), proposal);
        store.parkedLines().put(parent, line.withOneMore(proposal.size()));
        Txid txid = proposal.ticket().txid();
        Application mark = store.application(txid).orElse(Application.PARKED);
        store.putApplication(txid, mark.claimedBy(Claim.of(proposal.ticket())));
        return true;
    }

    private ParkedLine line(Txid parent) {
        return store.parkedLines().get(parent).orElse(ParkedLine.EMPTY);
    }

    /** One proposal may wait alone whatever its size. */
    private static boolean isFull(ParkedLine line, Proposal next) {
        return !line.isEmpty()
                && (line.size() >= MAX_BEHIND_ONE
                        || line.bytes() + next.size() > MAX_BYTES_BEHIND_ONE);
    }

    /** Notes that a transaction is decided, one way or the other. */
    void settle(Txid txid) {
        if (store.parkedLines().get(txid).isPresent()) {
            backlog.add(new LedgerTask.Release(txid));
        }
    }

    /** The same, if it is. */
    void settleIfDecided(Txid txid) {
        if (isDecided(txid)) {
            settle(txid);
        }
    }

    private boolean isDecided(Txid txid) {
        return store.application(txid).map(Application::isCommitted).orElse(true);
    }

    /**
     * Takes the first proposal out of the line behind a transaction. Nothing comes out while it is
     * undecided, as it is again if it was undone and put forward once more: they would only go back
     * into the line, until it is decided.
     */
    Optional<Proposal> next(Txid parent) {
        Optional<ParkedLine> line = store.parkedLines().get(parent);
        if (line.isEmpty() || !isDecided(parent)) {
            return Optional.empty();
        }
        ParkedSlot slot = new ParkedSlot(parent, line.get().first());
        Proposal first =
                store.parkedProposals()
                        .get(slot)
                        .orElseThrow(() -> new IllegalStateException("nobody waits in " + slot));
        store.parkedProposals().remove(slot);
        shorten(parent, line.get().withoutFirst(first.size()));
        unmark(first);
        return Optional.of(first);
    }

    private void shorten(Txid parent, ParkedLine rest) {
        if (rest.isEmpty()) {
            store.parkedLines().remove(parent);
        } else {
            store.parkedLines().put(parent, rest);
        }
    }

    private void unmark(Proposal proposal) {
        Txid txid = proposal.ticket().txid();
        Application mark = store.application(txid).orElse(Application.PARKED);
        if (!mark.isParked()) {
            return;
        }
        Application rest = mark.without(proposal.ticket().key());
        if (rest.claims().isEmpty()) {
            store.removeApplication(txid);
        } else {
            store.putApplication(txid, rest);
        }
    }
}
