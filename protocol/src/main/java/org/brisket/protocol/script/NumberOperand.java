package org.brisket.protocol.script;

import java.math.BigInteger;
import org.brisket.protocol.bytes.ByteSlice;

/** Reading numbers from the stack, within the lengths that the rules and the meter allow. */
final class NumberOperand {
    /** Counts of keys and signatures may be no longer. */
    static final int COUNT_LENGTH = 4;

    private NumberOperand() {}

    static BigInteger pop(Execution execution) throws ScriptFailure {
        return decode(execution, execution.stack().pop());
    }

    static BigInteger decode(Execution execution, ByteSlice bytes) throws ScriptFailure {
        execution.meter().chargeNumber(bytes.length());
        requireLength(execution, bytes.length());
        return ScriptNumber.decode(bytes, execution.rules().maxNumberLength());
    }

    /** A number that is too long for the network is invalid, one too long for us refused. */
    static void requireLength(Execution execution, long length) throws ScriptFailure {
        ScriptNumber.requireLength(length, execution.rules().maxNumberLength());
        execution.meter().requireNumber(length);
    }
}
