package org.brisket.state.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.brisket.protocol.hash.Txid;

/**
 * The proposals of one ledger that wait until a transaction which they stand on is decided. A
 * parked transaction is marked as such, so that those which stand on it wait behind it in turn.
 */
final class ParkedProposals {
    /** Beyond this many proposals behind one transaction, new ones are refused for now. */
    static final int MAX_BEHIND_ONE = 1_000;

    /** And beyond this many bytes: what waits is one stored value, written anew with each. */
    static final int MAX_BYTES_BEHIND_ONE = 16 * 1024 * 1024;

    private final LedgerStore store;

    /** Decided in the current step; what waits behind them has not been looked at yet. */
    private final Deque<Txid> settled = new ArrayDeque<>();

    ParkedProposals(LedgerStore store) {
        this.store = store;
    }

    /** Parks a proposal behind a transaction; false if too many wait there already. */
    boolean park(Proposal proposal, Txid parent) {
        List<Proposal> waiting = new ArrayList<>(store.parkedBehind(parent));
        if (!waiting.isEmpty() && isFull(waiting, proposal)) {
            return false;
        }
        waiting.add(proposal);
        store.putParkedBehind(parent, waiting);
        Txid txid = proposal.ticket().txid();
        Application mark = store.application(txid).orElse(Application.PARKED);
        store.putApplication(txid, mark.claimedBy(Claim.of(proposal.ticket())));
        return true;
    }

    private static boolean isFull(List<Proposal> waiting, Proposal next) {
        long bytes = waiting.stream().mapToLong(Proposal::size).sum() + next.size();
        return waiting.size() >= MAX_BEHIND_ONE || bytes > MAX_BYTES_BEHIND_ONE;
    }

    /** Notes that a transaction is decided, one way or the other. */
    void settle(Txid txid) {
        settled.add(txid);
    }

    /** Hands on every proposal that waited for a transaction which is decided now. */
    void releaseSettled(Consumer<Proposal> next) {
        for (Txid txid = settled.poll(); txid != null; txid = settled.poll()) {
            List<Proposal> waiting = store.parkedBehind(txid);
            if (waiting.isEmpty()) {
                continue;
            }
            store.putParkedBehind(txid, List.of());
            for (Proposal proposal : waiting) {
                unmark(proposal);
                next.accept(proposal);
                settleIfDecided(proposal.ticket().txid());
            }
        }
    }

    private void settleIfDecided(Txid txid) {
        if (store.application(txid).map(Application::isCommitted).orElse(true)) {
            settle(txid);
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
