package org.brisket.protocol.script;

import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.crypto.Secp256k1;

/**
 * The judge of one input: does its unlocking script satisfy the locking script of the output that
 * it spends, under the network's consensus rules since Genesis? Iterative, and bounded by a {@link
 * CostMeter}. Safe for concurrent use.
 */
public final class Interpreter {
    /** What the two scripts of an input share. */
    record Run(
            InputSpend spend,
            SignatureChecker signatures,
            CostMeter meter,
            StackMemory memory,
            ScriptStack stack) {}

    private final Secp256k1 secp256k1;

    public Interpreter(Secp256k1 secp256k1) {
        this.secp256k1 = secp256k1;
    }

    public ScriptVerdict verify(InputSpend spend, CostMeter meter) {
        try {
            requireScripts(spend, meter);
            SignatureChecker signatures = new SignatureChecker(spend, secp256k1, meter);
            if (!P2pkhSpend.verifyIfMatching(spend, signatures, meter)) {
                evaluate(spend, signatures, meter);
            }
            return ScriptVerdict.VALID;
        } catch (ScriptFailure failure) {
            return failure.verdict();
        }
    }

    /** The general way, which every script can take. */
    ScriptVerdict verifyWithoutTemplates(InputSpend spend, CostMeter meter) {
        try {
            requireScripts(spend, meter);
            evaluate(spend, new SignatureChecker(spend, secp256k1, meter), meter);
            return ScriptVerdict.VALID;
        } catch (ScriptFailure failure) {
            return failure.verdict();
        }
    }

    private static void requireScripts(InputSpend spend, CostMeter meter) throws ScriptFailure {
        meter.requireScript(spend.unlockingScript().length());
        meter.requireScript(spend.lockingScript().length());
    }

    private static void evaluate(InputSpend spend, SignatureChecker signatures, CostMeter meter)
            throws ScriptFailure {
        if (spend.rules().outputEra() == OutputEra.PRE_GENESIS) {
            throw ScriptFailure.unsupported("an output from before Genesis with such a script");
        }
        ByteSlice unlocking = spend.unlockingScript();
        if (spend.rules().requiresPushOnly() && !ScriptReader.isPushOnly(unlocking)) {
            throw ScriptFailure.invalid(
                    ScriptError.SIG_PUSHONLY, "the unlocking script does more than push");
        }
        StackMemory memory = new StackMemory(meter);
        ScriptStack stack = new ScriptStack(memory);
        Run run = new Run(spend, signatures, meter, memory, stack);
        new Execution(run, unlocking, true).run();
        new Execution(run, spend.lockingScript(), false).run();
        if (stack.size() == 0 || !isTrue(stack.peek(0), meter)) {
            throw ScriptFailure.invalid(
                    ScriptError.EVAL_FALSE, "the scripts leave false or nothing on the stack");
        }
    }

    private static boolean isTrue(ByteSlice value, CostMeter meter) throws ScriptFailure {
        meter.chargeBytes(value.length());
        return ScriptNumber.isTrue(value);
    }
}
