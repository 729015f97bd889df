package org.brisket.protocol.script;

/**
 * The limits of the network on one running script. Outputs from before Genesis keep those of their
 * time; later ones have none but the limits of the {@link CostMeter}, which are ours.
 */
final class EraLimits {
    private static final int SCRIPT_BYTES = 10_000;
    private static final int ELEMENT_BYTES = 520;
    private static final int OPERATIONS = 500;
    private static final int STACK_ELEMENTS = 1_000;
    private static final int PUBLIC_KEYS = 20;

    private final boolean limited;
    private int operations;

    EraLimits(ScriptRules rules) {
        this.limited = rules.isPreGenesis();
    }

    void requireScript(int bytes) throws ScriptFailure {
        require(bytes, SCRIPT_BYTES, ScriptError.SCRIPT_SIZE, "bytes of script");
    }

    /** Also of a push that is not executed. */
    void requireElement(long bytes) throws ScriptFailure {
        require(bytes, ELEMENT_BYTES, ScriptError.PUSH_SIZE, "bytes in an element");
    }

    /** Counts everything but pushes, executed or not. */
    void countOpcode(int opcode) throws ScriptFailure {
        if (opcode > Opcode.OP_16) {
            countOperations(1);
        }
    }

    /** Each public key of a multiple signature counts as an operation. */
    void countOperations(int count) throws ScriptFailure {
        if (limited) {
            operations += count;
            require(operations, OPERATIONS, ScriptError.OP_COUNT, "operations");
        }
    }

    /** Both stacks together. */
    void requireStack(int elements) throws ScriptFailure {
        require(elements, STACK_ELEMENTS, ScriptError.STACK_SIZE, "elements on the stacks");
    }

    int maxPublicKeys() {
        return limited ? PUBLIC_KEYS : Integer.MAX_VALUE;
    }

    private void require(long actual, int allowed, ScriptError error, String what)
            throws ScriptFailure {
        if (limited && actual > allowed) {
            throw ScriptFailure.invalid(error, actual + " " + what + ", the limit is " + allowed);
        }
    }
}
