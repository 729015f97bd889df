package org.brisket.simulator.network;

import java.util.Optional;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.script.CostMeter;
import org.brisket.protocol.script.InputSpend;
import org.brisket.protocol.script.Interpreter;
import org.brisket.protocol.script.OutputEra;
import org.brisket.protocol.script.ScriptRules;
import org.brisket.protocol.script.ScriptVerdict;
import org.brisket.protocol.script.SignatureDigests;
import org.brisket.protocol.transaction.ExtendedTransaction;

/** Runs a transaction's scripts as nodes do now, with all rules active. */
final class ScriptCheck {
    private static final int INVALID_SCRIPT = 461;
    private static final long COST_LIMIT = 100_000_000;
    private static final long MAX_STACK_BYTES = 100_000_000;

    private final Interpreter interpreter = new Interpreter(Secp256k1.best());

    /**
     * A refusal if an input's scripts are invalid. What our interpreter does not evaluate passes:
     * the network would know.
     */
    Optional<Verdict.Refused> check(ExtendedTransaction transaction) {
        SignatureDigests digests = new SignatureDigests(transaction.transaction());
        ScriptRules rules =
                new ScriptRules(
                        true, OutputEra.POST_CHRONICLE, transaction.transaction().version());
        CostMeter meter = new CostMeter(COST_LIMIT, MAX_STACK_BYTES);
        for (int input = 0; input < transaction.sourceOutputs().size(); input++) {
            InputSpend spend =
                    new InputSpend(digests, input, transaction.sourceOutputs().get(input), rules);
            if (interpreter.verify(spend, meter) instanceof ScriptVerdict.Invalid invalid) {
                return Optional.of(
                        Verdict.Refused.of(
                                INVALID_SCRIPT,
                                "script failed at input %d: %s",
                                input,
                                invalid.error()));
            }
        }
        return Optional.empty();
    }
}
