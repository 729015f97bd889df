package org.brisket.protocol.spv;

import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.beef.BeefGraph;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionOutput;
import org.brisket.protocol.verdict.RejectionReason;

/** The rules about what a transaction spends, for one BEEF and one tip. */
record SourceRules(BeefGraph graph, ChainTip tip) {
    private static final long COINBASE_MATURITY = 100;

    /** An unmined transaction with its source outputs, whose value it conserves. */
    ExtendedTransaction extend(Transaction transaction) throws Refusal {
        List<TransactionOutput> sources = new ArrayList<>(transaction.inputCount());
        for (int input = 0; input < transaction.inputCount(); input++) {
            sources.add(source(transaction, input));
        }
        requireConserved(transaction, sources);
        return new ExtendedTransaction(transaction, sources);
    }

    /** A mined transaction with those of its source outputs that the BEEF holds. */
    ExtendedTransaction extendMined(Transaction transaction) {
        List<TransactionOutput> sources = new ArrayList<>(transaction.inputCount());
        for (int input = 0; input < transaction.inputCount(); input++) {
            Outpoint spent = transaction.previousOutput(input);
            sources.add(
                    graph.transaction(spent.txid())
                            .filter(source -> spent.index() < source.outputCount())
                            .map(source -> source.output((int) spent.index()))
                            .orElse(TransactionOutput.UNKNOWN));
        }
        return new ExtendedTransaction(transaction, sources);
    }

    private TransactionOutput source(Transaction transaction, int input) throws Refusal {
        Outpoint spent = transaction.previousOutput(input);
        Transaction source =
                graph.transaction(spent.txid())
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "the walk passed over " + spent.txid()));
        if (spent.index() >= source.outputCount()) {
            throw Refusal.of(
                    RejectionReason.MISSING_SOURCE_OUTPUT,
                    "input %d of %s spends %s, which has %d outputs",
                    input,
                    transaction.txid(),
                    spent,
                    source.outputCount());
        }
        requireMature(transaction, source);
        return source.output((int) spent.index());
    }

    private void requireMature(Transaction transaction, Transaction source) throws Refusal {
        if (!source.isCoinbase()) {
            return;
        }
        long minedAt = graph.proof(source.txid()).map(MerklePath::blockHeight).orElseThrow();
        if (tip.nextHeight() - minedAt < COINBASE_MATURITY) {
            throw Refusal.of(
                    RejectionReason.IMMATURE_COINBASE,
                    "%s spends the coinbase %s of height %d at height %d, 100 blocks are needed",
                    transaction.txid(),
                    source.txid(),
                    minedAt,
                    tip.nextHeight());
        }
    }

    static void requireConserved(Transaction transaction, List<TransactionOutput> sources)
            throws Refusal {
        long in = 0;
        for (TransactionOutput source : sources) {
            in += source.satoshis();
            if (!TransactionRules.isAmount(source.satoshis()) || !TransactionRules.isAmount(in)) {
                throw Refusal.of(
                        RejectionReason.INVALID_TRANSACTION,
                        "%s: its sources hold more satoshis than there can be",
                        transaction.txid());
            }
        }
        long out = 0;
        for (int output = 0; output < transaction.outputCount(); output++) {
            out += transaction.satoshis(output);
        }
        if (out > in) {
            throw Refusal.of(
                    RejectionReason.VALUE_NOT_CONSERVED,
                    "%s spends %d satoshis and makes %d",
                    transaction.txid(),
                    in,
                    out);
        }
    }
}
