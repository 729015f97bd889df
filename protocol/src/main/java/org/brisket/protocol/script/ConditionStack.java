package org.brisket.protocol.script;

import java.util.Arrays;

/**
 * The conditionals that are open at one place of a script. It counts those that are not taken, so
 * that asking whether the script executes costs the same at every depth.
 */
final class ConditionStack {
    private static final byte TAKEN = 1;
    private static final byte ELSE_SEEN = 2;

    private byte[] open = new byte[8];
    private int size;
    private int notTaken;

    boolean isEmpty() {
        return size == 0;
    }

    /** True when every enclosing conditional is taken. */
    boolean allTaken() {
        return notTaken == 0;
    }

    void open(boolean taken) {
        if (size == open.length) {
            open = Arrays.copyOf(open, 2 * size);
        }
        open[size++] = taken ? TAKEN : 0;
        notTaken += taken ? 0 : 1;
    }

    /** Switches to the other branch; since Genesis a conditional has one OP_ELSE at most. */
    void turn(boolean repeatedly) throws ScriptFailure {
        require("OP_ELSE");
        byte state = open[size - 1];
        if ((state & ELSE_SEEN) != 0 && !repeatedly) {
            throw ScriptFailure.invalid(
                    ScriptError.UNBALANCED_CONDITIONAL, "a second OP_ELSE in one conditional");
        }
        boolean wasTaken = (state & TAKEN) != 0;
        open[size - 1] = (byte) ((wasTaken ? 0 : TAKEN) | ELSE_SEEN);
        notTaken += wasTaken ? 1 : -1;
    }

    void close() throws ScriptFailure {
        require("OP_ENDIF");
        boolean taken = (open[--size] & TAKEN) != 0;
        notTaken -= taken ? 0 : 1;
    }

    private void require(String what) throws ScriptFailure {
        if (size == 0) {
            throw ScriptFailure.invalid(
                    ScriptError.UNBALANCED_CONDITIONAL, what + " outside of a conditional");
        }
    }
}
