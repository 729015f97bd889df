package org.brisket.protocol.script;

import java.math.BigInteger;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;

/**
 * The opcodes that hold a coin back until a time (BIP 65) or for a time (BIP 112). They have an
 * effect only on outputs from before Genesis.
 */
final class LockTimeOperations {
    private static final long SEQUENCE_DISABLED = 1L << 31;
    private static final long SEQUENCE_IN_TIME = 1L << 22;
    private static final long SEQUENCE_VALUE = 0xFFFFL;

    private LockTimeOperations() {}

    static void addTo(Operation[] table) {
        table[Opcode.NOP2] = ControlOperations.beforeGenesis(LockTimeOperations::untilLockTime);
        table[Opcode.NOP3] = ControlOperations.beforeGenesis(LockTimeOperations::forSequence);
    }

    private static void untilLockTime(Execution execution) throws ScriptFailure {
        long required = peekTime(execution);
        Transaction transaction = execution.transaction();
        if (sequence(execution) == TransactionBuilder.FINAL_SEQUENCE) {
            throw unsatisfied("the input's sequence number switches the lock time off");
        }
        requireReached(required, transaction.lockTime(), Transaction.FIRST_TIME_LOCK);
    }

    private static void forSequence(Execution execution) throws ScriptFailure {
        long required = peekTime(execution);
        if ((required & SEQUENCE_DISABLED) != 0) {
            return;
        }
        long sequence = sequence(execution);
        if (Integer.toUnsignedLong(execution.transaction().version()) < 2
                || (sequence & SEQUENCE_DISABLED) != 0) {
            throw unsatisfied("the transaction has no relative lock time");
        }
        long mask = SEQUENCE_IN_TIME | SEQUENCE_VALUE;
        requireReached(required & mask, sequence & mask, SEQUENCE_IN_TIME);
    }

    private static void requireReached(long required, long actual, long unit) throws ScriptFailure {
        if (required < unit != actual < unit) {
            throw unsatisfied("blocks and seconds do not compare: " + required + " and " + actual);
        }
        if (required > actual) {
            throw unsatisfied("locked until " + required + ", the transaction has " + actual);
        }
    }

    private static long peekTime(Execution execution) throws ScriptFailure {
        BigInteger time =
                NumberOperand.decode(
                        execution, execution.stack().peek(0), NumberOperand.LOCK_TIME_LENGTH);
        if (time.signum() < 0) {
            throw ScriptFailure.invalid(ScriptError.NEGATIVE_LOCKTIME, "a lock time of " + time);
        }
        return time.longValueExact();
    }

    private static long sequence(Execution execution) {
        return execution.transaction().sequence(execution.input());
    }

    private static ScriptFailure unsatisfied(String detail) {
        return ScriptFailure.invalid(ScriptError.UNSATISFIED_LOCKTIME, detail);
    }
}
