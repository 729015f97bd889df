package org.brisket.protocol.spv;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.script.ScriptTemplates;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;
import org.brisket.protocol.verdict.RejectionReason;

/** The rules about transactions that need neither their sources nor a script. */
final class TransactionRules {
    /** All the satoshis that there will ever be. */
    static final long MAX_SATOSHIS = 2_100_000_000_000_000L;

    /** Two hashes: an inner node of a merkle tree could pass for such a transaction. */
    private static final int NODE_SIZE = 64;

    private TransactionRules() {}

    /** The rules for a transaction that is not mined yet; its inputs were looked at before. */
    static void check(Transaction transaction, ChainTip tip) throws Refusal {
        requireNotNodeSized(transaction);
        requireOutputs(transaction);
        requireFinal(transaction, tip);
    }

    static void requireNotNodeSized(Transaction transaction) throws Refusal {
        if (transaction.size() == NODE_SIZE) {
            throw invalid(transaction, "its 64 bytes could be a node of a merkle tree");
        }
    }

    /** Only a mined transaction may be a coinbase, and no other may have an input like it. */
    static void requireRealInputs(Transaction transaction) throws Refusal {
        for (int input = 0; input < transaction.inputCount(); input++) {
            if (transaction.previousOutput(input).isNull()) {
                throw invalid(
                        transaction, "it is not mined, but input " + input + " is a coinbase's");
            }
        }
    }

    static void requireOutputs(Transaction transaction) throws Refusal {
        long sum = 0;
        for (int output = 0; output < transaction.outputCount(); output++) {
            long satoshis = transaction.satoshis(output);
            if (!isAmount(satoshis)) {
                throw invalid(transaction, "output " + output + " holds " + satoshis + " satoshis");
            }
            sum += satoshis;
            if (!isAmount(sum)) {
                throw invalid(transaction, "its outputs hold more satoshis than there can be");
            }
            if (ScriptTemplates.isScriptHash(transaction.lockingScript(output))) {
                throw invalid(transaction, "output " + output + " pays to a script hash");
            }
        }
    }

    static boolean isAmount(long satoshis) {
        return satoshis >= 0 && satoshis <= MAX_SATOSHIS;
    }

    private static void requireFinal(Transaction transaction, ChainTip tip) throws Refusal {
        long lockTime = transaction.lockTime();
        long reached =
                lockTime < Transaction.FIRST_TIME_LOCK ? tip.nextHeight() : tip.medianTimePast();
        if (lockTime == 0 || lockTime < reached || hasFinalSequences(transaction)) {
            return;
        }
        throw Refusal.of(
                RejectionReason.NOT_FINAL,
                "%s has lock time %d, the chain is at %d",
                transaction.txid(),
                lockTime,
                reached);
    }

    private static boolean hasFinalSequences(Transaction transaction) {
        for (int input = 0; input < transaction.inputCount(); input++) {
            if (transaction.sequence(input) != TransactionBuilder.FINAL_SEQUENCE) {
                return false;
            }
        }
        return true;
    }

    /** No output is spent twice, within one transaction or by two of them. */
    static void requireDistinctSpends(Collection<Transaction> transactions) throws Refusal {
        Map<Outpoint, Txid> spenders = new HashMap<>();
        for (Transaction transaction : transactions) {
            for (int input = 0; input < transaction.inputCount(); input++) {
                Outpoint spent = transaction.previousOutput(input);
                Txid other = spenders.put(spent, transaction.txid());
                if (other != null && !spent.isNull()) {
                    throw Refusal.of(
                            RejectionReason.DUPLICATE_SPEND,
                            "%s is spent by %s and by %s",
                            spent,
                            other,
                            transaction.txid());
                }
            }
        }
    }

    private static Refusal invalid(Transaction transaction, String what) {
        return Refusal.of(RejectionReason.INVALID_TRANSACTION, "%s: %s", transaction.txid(), what);
    }
}
