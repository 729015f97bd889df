package org.brisket.protocol.spv;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.brisket.protocol.beef.BeefEntry;
import org.brisket.protocol.beef.BeefGraph;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.verdict.RejectionReason;

/**
 * What a BEEF's subject stands on: its unmined ancestors up to proven transactions. What the walk
 * does not reach takes no part: it is neither checked nor passed on.
 *
 * @param unmined parents before children; the subject is the last, unless it is proven itself
 * @param proven in the order in which the walk reached them
 */
record Ancestry(List<Transaction> unmined, List<BeefEntry.Proven> proven) {

    static Ancestry of(BeefGraph graph, SpvLimits limits) throws Refusal {
        return new Walk(graph, limits).run();
    }

    /** A depth-first walk without recursion; a transaction is listed after all of its sources. */
    private static final class Walk {
        private record Visit(Transaction transaction, int nextInput) {}

        private final BeefGraph graph;
        private final SpvLimits limits;
        private final List<Transaction> unmined = new ArrayList<>();
        private final List<BeefEntry.Proven> proven = new ArrayList<>();
        private final Map<Txid, Boolean> finishedByTxid = new HashMap<>();
        private final Deque<Visit> open = new ArrayDeque<>();

        Walk(BeefGraph graph, SpvLimits limits) {
            this.graph = graph;
            this.limits = limits;
        }

        Ancestry run() throws Refusal {
            Txid subject = graph.subject().txid();
            reach(subject, subject);
            while (!open.isEmpty()) {
                advance(open.pop());
            }
            return new Ancestry(unmined, proven);
        }

        private void advance(Visit visit) throws Refusal {
            Transaction transaction = visit.transaction();
            if (visit.nextInput() == transaction.inputCount()) {
                finishedByTxid.put(transaction.txid(), true);
                unmined.add(transaction);
                return;
            }
            open.push(new Visit(transaction, visit.nextInput() + 1));
            Txid source = transaction.previousOutput(visit.nextInput()).txid();
            reach(source, transaction.txid());
        }

        private void reach(Txid txid, Txid neededBy) throws Refusal {
            Boolean finished = finishedByTxid.get(txid);
            if (finished == null) {
                enter(entry(txid, neededBy));
            } else if (!finished) {
                throw Refusal.of(
                        RejectionReason.INVALID_TRANSACTION, "%s is its own ancestor", txid);
            }
        }

        private BeefEntry entry(Txid txid, Txid neededBy) throws Refusal {
            BeefEntry entry = graph.find(txid).orElse(null);
            if (entry == null) {
                throw Refusal.of(
                        RejectionReason.MISSING_ANCESTOR,
                        "%s spends an output of %s, which is not in the BEEF",
                        neededBy,
                        txid);
            }
            return entry;
        }

        private void enter(BeefEntry entry) throws Refusal {
            if (entry instanceof BeefEntry.Proven leaf) {
                finishedByTxid.put(entry.txid(), true);
                proven.add(leaf);
            } else if (entry instanceof BeefEntry.Unproven inner) {
                enterUnmined(inner.content());
            } else {
                throw Refusal.of(
                        RejectionReason.TXID_ONLY_ANCESTOR,
                        "ancestor %s is given by its txid alone",
                        entry.txid());
            }
        }

        private void enterUnmined(Transaction transaction) throws Refusal {
            TransactionRules.requireRealInputs(transaction);
            finishedByTxid.put(transaction.txid(), false);
            open.push(new Visit(transaction, 0));
            if (open.size() + unmined.size() > limits.maxUnminedTransactions()) {
                throw Refusal.of(
                        RejectionReason.LIMIT_EXCEEDED,
                        "more than %d unmined transactions",
                        limits.maxUnminedTransactions());
            }
        }
    }
}
