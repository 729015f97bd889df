package org.brisket.simulator.network;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionOutput;

/**
 * The outputs that a posted transaction spends: known ones as they are, unknown ones as the sender
 * claims; which parents are unknown; or why it is refused.
 */
record SourceOutputs(
        List<TransactionOutput> outputs, Set<Txid> unknown, Optional<Verdict.Refused> refusal) {
    private static final int NOT_EXTENDED = 460;

    static SourceOutputs of(PostedTransaction posted, Function<Txid, Optional<Transaction>> known) {
        List<TransactionOutput> outputs = new ArrayList<>();
        Set<Txid> unknown = new LinkedHashSet<>();
        for (int input = 0; input < posted.transaction().inputCount(); input++) {
            Outpoint previous = posted.transaction().previousOutput(input);
            Optional<Transaction> parent = known.apply(previous.txid());
            Optional<TransactionOutput> claim = claim(posted, input);
            if (parent.isEmpty() && claim.isEmpty()) {
                return refused(NOT_EXTENDED, "not extended, and input %d is unknown", input);
            }
            if (parent.isEmpty()) {
                unknown.add(previous.txid());
                outputs.add(claim.get());
                continue;
            }
            if (previous.index() >= parent.get().outputCount()) {
                return refused(TransactionRules.INVALID_INPUTS, "input %d spends no output", input);
            }
            outputs.add(parent.get().output((int) previous.index()));
            if (claim.isPresent() && !claim.get().equals(outputs.get(input))) {
                return refused(
                        TransactionRules.INVALID_INPUTS,
                        "input %d claims another source output",
                        input);
            }
        }
        return new SourceOutputs(outputs, unknown, Optional.empty());
    }

    private static Optional<TransactionOutput> claim(PostedTransaction posted, int input) {
        return posted.claimedSources().map(claims -> claims.get(input));
    }

    private static SourceOutputs refused(int code, String template, int input) {
        return new SourceOutputs(
                List.of(), Set.of(), Optional.of(Verdict.Refused.of(code, template, input)));
    }
}
