package org.brisket.simulator.network;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Transaction;

/**
 * The rules about value: no more leaves than enters, and the difference is fee enough, for the
 * transaction alone or together with its unmined ancestors.
 */
final class FeeCheck {
    private static final int FEE_TOO_LOW = 465;

    private final NetworkOptions options;
    private final Function<Txid, Optional<NetworkTransaction>> held;

    FeeCheck(NetworkOptions options, Function<Txid, Optional<NetworkTransaction>> held) {
        this.options = options;
        this.held = held;
    }

    /** Also notes the candidate's fee with that of its ancestors. */
    Optional<Verdict.Refused> check(
            NetworkTransaction candidate, SourceOutputs sources, AcceptanceOptions skips) {
        Optional<Long> in = TransactionRules.sum(sources.outputs());
        if (in.isEmpty()) {
            return refuse(TransactionRules.INVALID_INPUTS, "source outputs are out of range");
        }
        long out = TransactionRules.outputSum(candidate.transaction());
        if (in.get() < out) {
            return refuse(
                    TransactionRules.INVALID_OUTPUTS, "%d satoshis leave of %d", out, in.get());
        }
        long fee = in.get() - out;
        addAncestors(candidate, fee);
        long required = options.requiredFee(candidate.transaction().size());
        boolean paid =
                fee >= required
                        || candidate.packageFee >= options.requiredFee(candidate.packageSize);
        return paid || skips.skipFees()
                ? Optional.empty()
                : refuse(FEE_TOO_LOW, "fee of %d satoshis, %d required", fee, required);
    }

    private void addAncestors(NetworkTransaction candidate, long fee) {
        candidate.packageFee = fee;
        candidate.packageSize = candidate.transaction().size();
        for (Txid parent : parents(candidate.transaction())) {
            held.apply(parent)
                    .filter(ancestor -> !ancestor.isMined())
                    .ifPresent(
                            ancestor -> {
                                candidate.packageFee += ancestor.packageFee;
                                candidate.packageSize += ancestor.packageSize;
                            });
        }
    }

    private static Set<Txid> parents(Transaction transaction) {
        Set<Txid> parents = new LinkedHashSet<>();
        for (int input = 0; input < transaction.inputCount(); input++) {
            parents.add(transaction.previousOutput(input).txid());
        }
        return parents;
    }

    private static Optional<Verdict.Refused> refuse(int code, String template, Object... values) {
        return Optional.of(Verdict.Refused.of(code, template, values));
    }
}
