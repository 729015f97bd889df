package org.brisket.protocol.spv;

import java.util.function.Function;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.limit.Limit;
import org.brisket.protocol.script.CostMeter;
import org.brisket.protocol.script.InputSpend;
import org.brisket.protocol.script.Interpreter;
import org.brisket.protocol.script.OutputEra;
import org.brisket.protocol.script.RuleSet;
import org.brisket.protocol.script.ScriptRules;
import org.brisket.protocol.script.ScriptVerdict;
import org.brisket.protocol.script.SignatureDigests;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.verdict.RejectionReason;

/** The run of all scripts of one BEEF, under one bound of work. */
final class ScriptPass {
    private final Function<Txid, OutputEra> eras;
    private final boolean chronicleActive;
    private final RuleSet ruleSet;
    private final Interpreter interpreter;
    private final SpvLimits limits;
    private long cost;

    /**
     * @param eras when the outputs of a source transaction were made
     * @param chronicleActive whether Chronicle holds in the next block
     */
    ScriptPass(
            Function<Txid, OutputEra> eras,
            boolean chronicleActive,
            RuleSet ruleSet,
            Interpreter interpreter,
            SpvLimits limits) {
        this.eras = eras;
        this.chronicleActive = chronicleActive;
        this.ruleSet = ruleSet;
        this.interpreter = interpreter;
        this.limits = limits;
    }

    long cost() {
        return cost;
    }

    void verify(ExtendedTransaction extended, VerifiedTransactions memo) throws Refusal {
        Txid txid = extended.transaction().txid();
        var remembered = memo.costOf(txid);
        if (remembered.isPresent()) {
            cost += remembered.getAsLong();
            requireWithinLimit(txid);
            return;
        }
        CostMeter meter = new CostMeter(limits.limits(), cost);
        SignatureDigests digests = new SignatureDigests(extended.transaction());
        for (int input = 0; input < extended.transaction().inputCount(); input++) {
            verifyInput(extended, digests, input, meter);
        }
        cost += meter.spent();
        memo.add(txid, meter.spent());
    }

    private void requireWithinLimit(Txid txid) throws Refusal {
        if (cost > limits.maxCost()) {
            throw Refusal.of(
                    Limit.COST.reason(),
                    "the scripts up to %s take more than %d units of work",
                    txid,
                    limits.maxCost());
        }
    }

    private void verifyInput(
            ExtendedTransaction extended, SignatureDigests digests, int input, CostMeter meter)
            throws Refusal {
        Transaction transaction = extended.transaction();
        ScriptRules rules =
                new ScriptRules(
                        chronicleActive,
                        eras.apply(transaction.previousOutput(input).txid()),
                        transaction.version(),
                        ruleSet);
        var source = extended.sourceOutputs().get(input);
        ScriptVerdict verdict =
                interpreter.verify(new InputSpend(digests, input, source, rules), meter);
        if (verdict instanceof ScriptVerdict.Invalid invalid) {
            throw refusal(
                    RejectionReason.INVALID_SCRIPT,
                    transaction,
                    input,
                    invalid.error() + " " + invalid.detail());
        }
        if (verdict instanceof ScriptVerdict.Refused refused) {
            throw refusal(refused.reason(), transaction, input, refused.detail());
        }
    }

    private static Refusal refusal(
            RejectionReason reason, Transaction transaction, int input, String what) {
        return Refusal.of(reason, "input %d of %s: %s", input, transaction.txid(), what);
    }
}
