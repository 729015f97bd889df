package org.brisket.protocol.script;

import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.crypto.Secp256k1;

/**
 * The judge of one input: does its unlocking script satisfy the locking script of the output that
 * it spends, under the network's rules for that output and that spend? Iterative, and bounded by a
 * {@link CostMeter}. Safe for concurrent use.
 */
public final class Interpreter {
    /** What the two scripts of an input share. */
    record Run(
            InputSpend spend,
            SignatureChecker signatures,
            CostMeter meter,
            StackMemory memory,
            ScriptStack stack) {

        Run with(ScriptStack other) {
            return new Run(spend, signatures, meter, memory, other);
        }
    }

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
        ByteSlice unlocking = spend.unlockingScript();
        if (spend.rules().requiresPushOnly() && !ScriptReader.isPushOnly(unlocking)) {
            throw ScriptFailure.invalid(
                    ScriptError.SIG_PUSHONLY, "the unlocking script does more than push");
        }
        StackMemory memory = new StackMemory(meter);
        ScriptStack stack = new ScriptStack(memory);
        Run run = new Run(spend, signatures, meter, memory, stack);
        new Execution(run, unlocking, true).run();
        ScriptStack unlocked = ScriptHashSpend.matches(spend) ? stack.copy() : null;
        new Execution(run, spend.lockingScript(), false).run();
        requireTrueOnTop(run);
        if (unlocked != null) {
            stack.clear();
            ScriptHashSpend.run(run.with(unlocked));
            requireTrueOnTop(run.with(unlocked));
        }
        requireNothingLeft(spend.rules(), unlocked == null ? stack : unlocked);
    }

    private static void requireTrueOnTop(Run run) throws ScriptFailure {
        if (run.stack().size() == 0 || !isTrue(run.stack().peek(0), run.meter())) {
            throw ScriptFailure.invalid(
                    ScriptError.EVAL_FALSE, "the scripts leave false or nothing on the stack");
        }
    }

    private static void requireNothingLeft(ScriptRules rules, ScriptStack stack)
            throws ScriptFailure {
        if (rules.requiresShortestForms() && stack.size() != 1) {
            throw ScriptFailure.invalid(
                    ScriptError.CLEANSTACK, stack.size() + " elements are left, not 1");
        }
    }

    private static boolean isTrue(ByteSlice value, CostMeter meter) throws ScriptFailure {
        meter.chargeBytes(value.length());
        return ScriptNumber.isTrue(value);
    }
}
