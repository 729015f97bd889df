package org.brisket.protocol.script;

import static org.brisket.protocol.script.ControlOperations.sinceChronicle;

import java.math.BigInteger;
import org.brisket.protocol.bytes.ByteSlice;

/** The opcodes that calculate with numbers of any size. */
final class NumberOperations {
    private interface Unary {
        BigInteger of(BigInteger value);
    }

    private interface Binary {
        BigInteger of(BigInteger left, BigInteger right);
    }

    private interface Comparison {
        boolean of(BigInteger left, BigInteger right);
    }

    /** Bytes times bytes that one unit of work multiplies. */
    private static final long PRODUCT_PER_UNIT = 256;

    private NumberOperations() {}

    static void addTo(Operation[] table) {
        addUnary(table);
        addBinary(table);
        addComparisons(table);
        table[Opcode.MUL_2] = execution -> doubleOrHalve(execution, x -> x.shiftLeft(1));
        table[Opcode.DIV_2] = execution -> doubleOrHalve(execution, x -> x.divide(BigInteger.TWO));
        table[Opcode.WITHIN] = NumberOperations::within;
        table[Opcode.LSHIFTNUM] = sinceChronicle(NumberOperations::shiftLeft);
        table[Opcode.RSHIFTNUM] = sinceChronicle(NumberOperations::shiftRight);
    }

    private static void addUnary(Operation[] table) {
        table[Opcode.ADD_1] = execution -> unary(execution, x -> x.add(BigInteger.ONE));
        table[Opcode.SUB_1] = execution -> unary(execution, x -> x.subtract(BigInteger.ONE));
        table[Opcode.NEGATE] = execution -> unary(execution, BigInteger::negate);
        table[Opcode.ABS] = execution -> unary(execution, BigInteger::abs);
        table[Opcode.NOT] = execution -> unary(execution, x -> number(x.signum() == 0));
        table[Opcode.NOTEQUAL_0] = execution -> unary(execution, x -> number(x.signum() != 0));
    }

    private static void addBinary(Operation[] table) {
        table[Opcode.ADD] = execution -> binary(execution, BigInteger::add);
        table[Opcode.SUB] = execution -> binary(execution, BigInteger::subtract);
        table[Opcode.MIN] = execution -> binary(execution, BigInteger::min);
        table[Opcode.MAX] = execution -> binary(execution, BigInteger::max);
        table[Opcode.MUL] =
                execution -> {
                    chargeProduct(execution);
                    binary(execution, BigInteger::multiply);
                };
        table[Opcode.DIV] =
                execution -> {
                    chargeProduct(execution);
                    requireDivisor(execution, ScriptError.DIV_BY_ZERO);
                    binary(execution, BigInteger::divide);
                };
        table[Opcode.MOD] =
                execution -> {
                    chargeProduct(execution);
                    requireDivisor(execution, ScriptError.MOD_BY_ZERO);
                    binary(execution, BigInteger::remainder);
                };
    }

    private static void addComparisons(Operation[] table) {
        table[Opcode.BOOLAND] = compare((a, b) -> a.signum() != 0 && b.signum() != 0);
        table[Opcode.BOOLOR] = compare((a, b) -> a.signum() != 0 || b.signum() != 0);
        table[Opcode.NUMEQUAL] = compare(BigInteger::equals);
        table[Opcode.NUMNOTEQUAL] = compare((a, b) -> !a.equals(b));
        table[Opcode.LESSTHAN] = compare((a, b) -> a.compareTo(b) < 0);
        table[Opcode.GREATERTHAN] = compare((a, b) -> a.compareTo(b) > 0);
        table[Opcode.LESSTHANOREQUAL] = compare((a, b) -> a.compareTo(b) <= 0);
        table[Opcode.GREATERTHANOREQUAL] = compare((a, b) -> a.compareTo(b) >= 0);
        table[Opcode.NUMEQUALVERIFY] =
                execution -> {
                    table[Opcode.NUMEQUAL].apply(execution);
                    ControlOperations.requireTrue(
                            execution, execution.stack().pop(), ScriptError.NUMEQUALVERIFY);
                };
    }

    private static BigInteger number(boolean value) {
        return value ? BigInteger.ONE : BigInteger.ZERO;
    }

    private static void unary(Execution execution, Unary operation) throws ScriptFailure {
        push(execution, operation.of(NumberOperand.pop(execution)));
    }

    private static void binary(Execution execution, Binary operation) throws ScriptFailure {
        execution.stack().require(2);
        BigInteger right = NumberOperand.pop(execution);
        BigInteger left = NumberOperand.pop(execution);
        push(execution, operation.of(left, right));
    }

    private static Operation compare(Comparison comparison) {
        return execution -> {
            execution.stack().require(2);
            BigInteger right = NumberOperand.pop(execution);
            BigInteger left = NumberOperand.pop(execution);
            execution.stack().push(comparison.of(left, right));
        };
    }

    private static void push(Execution execution, BigInteger value) throws ScriptFailure {
        byte[] bytes = ScriptNumber.encode(value);
        execution.meter().chargeBytes(bytes.length);
        NumberOperand.requireResult(execution, bytes.length);
        execution.stack().push(bytes);
    }

    private static void chargeProduct(Execution execution) throws ScriptFailure {
        execution.stack().require(2);
        long left = execution.stack().peek(1).length();
        long right = execution.stack().peek(0).length();
        execution.meter().charge(left * right / PRODUCT_PER_UNIT);
    }

    private static void requireDivisor(Execution execution, ScriptError error)
            throws ScriptFailure {
        ByteSlice divisor = execution.stack().peek(0);
        if (NumberOperand.decode(execution, divisor).signum() == 0) {
            throw ScriptFailure.invalid(error);
        }
    }

    private static void doubleOrHalve(Execution execution, Unary operation) throws ScriptFailure {
        if (!execution.rules().hasChronicleOpcodes()) {
            throw ScriptFailure.invalid(ScriptError.DISABLED_OPCODE);
        }
        unary(execution, operation);
    }

    private static void within(Execution execution) throws ScriptFailure {
        execution.stack().require(3);
        BigInteger end = NumberOperand.pop(execution);
        BigInteger start = NumberOperand.pop(execution);
        BigInteger value = NumberOperand.pop(execution);
        execution.stack().push(start.compareTo(value) <= 0 && value.compareTo(end) < 0);
    }

    private static void shiftLeft(Execution execution) throws ScriptFailure {
        execution.stack().require(2);
        BigInteger count = popShift(execution);
        BigInteger value = NumberOperand.pop(execution);
        long grown = ScriptNumber.encode(value).length + count.longValue() / 8;
        NumberOperand.requireLength(execution, grown);
        execution.meter().chargeBytes(grown);
        push(execution, value.shiftLeft(count.intValue()));
    }

    private static void shiftRight(Execution execution) throws ScriptFailure {
        execution.stack().require(2);
        BigInteger count = popShift(execution);
        BigInteger value = NumberOperand.pop(execution);
        BigInteger magnitude = value.abs().shiftRight(count.intValue());
        push(execution, value.signum() < 0 ? magnitude.negate() : magnitude);
    }

    /** A shift count from 0 to 2^31-1; no number is longer. */
    private static BigInteger popShift(Execution execution) throws ScriptFailure {
        BigInteger count = NumberOperand.pop(execution);
        if (count.signum() < 0 || count.bitLength() > 31) {
            throw ScriptFailure.invalid(
                    ScriptError.INVALID_NUMBER_RANGE, "a shift of more bits than there can be");
        }
        return count;
    }
}
