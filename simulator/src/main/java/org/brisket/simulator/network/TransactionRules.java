package org.brisket.simulator.network;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.script.ScriptTemplates;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionOutput;

/** The rules that need nothing but the transaction and its source outputs, with ARC's codes. */
final class TransactionRules {
    static final int INVALID_INPUTS = 462;
    static final int MALFORMED = 463;
    static final int INVALID_OUTPUTS = 464;

    /** ARC refuses anything shorter. */
    private static final int SMALLEST = 61;

    private static final int RETURN = 0x6a;

    private static final long ALL_SATOSHIS = 2_100_000_000_000_000L;

    private TransactionRules() {}

    static Optional<Verdict.Refused> check(Transaction transaction) {
        if (transaction.size() < SMALLEST) {
            return refuse(MALFORMED, "transaction of %d bytes is too small", transaction.size());
        }
        if (transaction.isCoinbase()) {
            return refuse(INVALID_INPUTS, "a coinbase cannot be posted");
        }
        Set<Outpoint> spent = new HashSet<>();
        for (int input = 0; input < transaction.inputCount(); input++) {
            if (!spent.add(transaction.previousOutput(input))) {
                return refuse(INVALID_INPUTS, "input %d spends an output again", input);
            }
        }
        return checkOutputs(transaction);
    }

    private static Optional<Verdict.Refused> checkOutputs(Transaction transaction) {
        long sum = 0;
        for (int index = 0; index < transaction.outputCount(); index++) {
            long satoshis = transaction.satoshis(index);
            if (satoshis < 0 || satoshis > ALL_SATOSHIS - sum) {
                return refuse(INVALID_OUTPUTS, "output %d has %d satoshis", index, satoshis);
            }
            sum += satoshis;
            boolean data = isData(transaction.lockingScript(index));
            if (data != (satoshis == 0)) {
                return refuse(
                        INVALID_OUTPUTS,
                        data ? "data output %d has %d satoshis" : "output %d has %d satoshis",
                        index,
                        satoshis);
            }
        }
        return Optional.empty();
    }

    private static boolean isData(ByteSlice script) {
        return ScriptTemplates.isData(script) || (script.length() > 0 && script.at(0) == RETURN);
    }

    /** The sum of the source outputs; empty if it is out of range. */
    static Optional<Long> sum(List<TransactionOutput> sources) {
        long sum = 0;
        for (TransactionOutput source : sources) {
            if (source.satoshis() < 0 || source.satoshis() > ALL_SATOSHIS - sum) {
                return Optional.empty();
            }
            sum += source.satoshis();
        }
        return Optional.of(sum);
    }

    static long outputSum(Transaction transaction) {
        long sum = 0;
        for (int index = 0; index < transaction.outputCount(); index++) {
            sum += transaction.satoshis(index);
        }
        return sum;
    }

    private static Optional<Verdict.Refused> refuse(int code, String template, Object... values) {
        return Optional.of(Verdict.Refused.of(code, template, values));
    }
}
