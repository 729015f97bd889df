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
import org.brisket.protocol.limit.Limit;
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
        private static final int OPEN = -1;

        /** A transaction whose sources before the next input are visited; the deepest is kept. */
        private static final class Visit {
            private final Transaction transaction;
            private int nextInput;
            private int deepest;

            Visit(Transaction transaction) {
                this.transaction = transaction;
            }
        }

        private final BeefGraph graph;
        private final SpvLimits limits;
        private final List<Transaction> unmined = new ArrayList<>();
        private final List<BeefEntry.Proven> proven = new ArrayList<>();

        /** Transactions on the longest chain that ends in each; {@link #OPEN} until it is known. */
        private final Map<Txid, Integer> depths = new HashMap<>();

        private final Deque<Visit> open = new ArrayDeque<>();

        Walk(BeefGraph graph, SpvLimits limits) {
            this.graph = graph;
            this.limits = limits;
        }

        Ancestry run() throws Refusal {
            Txid subject = graph.subject().txid();
            enter(entry(subject, subject));
            while (!open.isEmpty()) {
                advance(open.peek());
            }
            return new Ancestry(unmined, proven);
        }

        private void advance(Visit visit) throws Refusal {
            Transaction transaction = visit.transaction;
            if (visit.nextInput == transaction.inputCount()) {
                open.pop();
                finish(transaction, visit.deepest + 1);
                return;
            }
            Txid source = transaction.previousOutput(visit.nextInput).txid();
            Integer depth = depths.get(source);
            if (depth == null) {
                // The same input is looked at again when its source is finished.
                enter(entry(source, transaction.txid()));
                return;
            }
            requireFinished(depth, source);
            visit.deepest = Math.max(visit.deepest, depth);
            visit.nextInput++;
        }

        private void finish(Transaction transaction, int depth) throws Refusal {
            requireDepth(depth);
            depths.put(transaction.txid(), depth);
            unmined.add(transaction);
        }

        private static void requireFinished(int depth, Txid txid) throws Refusal {
            if (depth == OPEN) {
                throw Refusal.of(
                        RejectionReason.INVALID_TRANSACTION, "%s is its own ancestor", txid);
            }
        }

        private void requireDepth(int depth) throws Refusal {
            if (depth > limits.maxDepth()) {
                throw Refusal.of(
                        Limit.DEPTH.reason(),
                        "a chain of more than %d unmined transactions",
                        limits.maxDepth());
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
                depths.put(entry.txid(), 0);
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
            depths.put(transaction.txid(), OPEN);
            open.push(new Visit(transaction));
            // All that is open is one chain.
            requireDepth(open.size());
        }
    }
}
