package org.brisket.protocol.script;

import java.math.BigInteger;
import org.brisket.protocol.bytes.ByteSlice;

/** Reading numbers from the stack, within the lengths that the rules and the meter allow. */
final class NumberOperand {
    /** Counts of keys and signatures may be no longer. */
    static final int COUNT_LENGTH = 4;

    /** Lock times reach beyond 31 bits. */
    static final int LOCK_TIME_LENGTH = 5;

    private NumberOperand() {}

    static BigInteger pop(Execution execution) throws ScriptFailure {
        return decode(execution, execution.stack().pop());
    }

    static BigInteger decode(Execution execution, ByteSlice bytes) throws ScriptFailure {
        requireLength(execution, bytes.length());
        return decode(execution, bytes, execution.rules().maxNumberLength());
    }

    /** For operands that have a length limit of their own. */
    static BigInteger decode(Execution execution, ByteSlice bytes, int maxLength)
            throws ScriptFailure {
        execution.meter().chargeNumber(bytes.length());
        if (execution.rules().requiresShortestForms() && !ScriptNumber.isShortest(bytes)) {
            throw ScriptFailure.invalid(
                    ScriptError.SCRIPTNUM_MINENCODE, "a number with bytes that it does not need");
        }
        return ScriptNumber.decode(bytes, maxLength);
    }

    /** Before Genesis a result could be longer than what arithmetic takes. */
    static void requireResult(Execution execution, long length) throws ScriptFailure {
        if (!execution.rules().isPreGenesis()) {
            requireLength(execution, length);
        }
    }

    /** A number that is too long for the network is invalid, one too long for us refused. */
    static void requireLength(Execution execution, long length) throws ScriptFailure {
        ScriptNumber.requireLength(length, execution.rules().maxNumberLength());
        execution.meter().requireNumber(length);
    }
}
