package org.brisket.protocol.script;

import static org.brisket.protocol.script.ControlOperations.sinceChronicle;

import java.math.BigInteger;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.ByteWriter;

/** The opcodes that join, cut, shift and combine byte strings. */
final class ByteOperations {
    private interface Bitwise {
        int of(int left, int right);
    }

    /** Operands of the cutting opcodes are read as 64-bit numbers. */
    private static final int POSITION_LENGTH = 8;

    private ByteOperations() {}

    static void addTo(Operation[] table) {
        table[Opcode.CAT] = ByteOperations::concatenate;
        table[Opcode.SPLIT] = ByteOperations::split;
        table[Opcode.NUM2BIN] = ByteOperations::numberToBytes;
        table[Opcode.BIN2NUM] = ByteOperations::bytesToNumber;
        table[Opcode.INVERT] = ByteOperations::invert;
        table[Opcode.AND] = execution -> combine(execution, (a, b) -> a & b);
        table[Opcode.OR] = execution -> combine(execution, (a, b) -> a | b);
        table[Opcode.XOR] = execution -> combine(execution, (a, b) -> a ^ b);
        table[Opcode.LSHIFT] = execution -> shift(execution, true);
        table[Opcode.RSHIFT] = execution -> shift(execution, false);
        table[Opcode.SUBSTR] = sinceChronicle(ByteOperations::middle);
        table[Opcode.LEFT] = sinceChronicle(execution -> end(execution, true));
        table[Opcode.RIGHT] = sinceChronicle(execution -> end(execution, false));
    }

    private static void concatenate(Execution execution) throws ScriptFailure {
        execution.stack().require(2);
        ByteSlice right = execution.stack().pop();
        ByteSlice left = execution.stack().pop();
        long length = (long) left.length() + right.length();
        requireRoom(execution, length);
        ByteWriter both = new ByteWriter((int) length);
        execution.stack().push(both.write(left).write(right).view());
    }

    /** Refuses a result that the stack cannot hold before it is made. */
    private static void requireRoom(Execution execution, long length) throws ScriptFailure {
        execution.limits().requireElement(length);
        execution.meter().chargeElement(length);
        execution.meter().requireElement(length);
    }

    private static void split(Execution execution) throws ScriptFailure {
        execution.stack().require(2);
        BigInteger at = NumberOperand.pop(execution);
        ByteSlice data = execution.stack().pop();
        if (isOutside(at, data.length())) {
            throw ScriptFailure.invalid(ScriptError.INVALID_SPLIT_RANGE);
        }
        int cut = at.intValue();
        pushPart(execution, data, 0, cut);
        pushPart(execution, data, cut, data.length() - cut);
    }

    /** A copy: a view of a few bytes would keep all the others in memory, uncounted. */
    private static void pushPart(Execution execution, ByteSlice data, int from, int count)
            throws ScriptFailure {
        execution.meter().chargeElement(count);
        execution.stack().push(data.slice(from, count).toByteArray());
    }

    private static boolean isOutside(BigInteger position, int largest) {
        return position.signum() < 0 || position.compareTo(BigInteger.valueOf(largest)) > 0;
    }

    private static void numberToBytes(Execution execution) throws ScriptFailure {
        execution.stack().require(2);
        BigInteger size = NumberOperand.pop(execution);
        if (isOutside(size, Integer.MAX_VALUE)) {
            throw ScriptFailure.invalid(ScriptError.PUSH_SIZE);
        }
        byte[] number = shortest(execution, execution.stack().pop());
        int length = size.intValue();
        if (number.length > length) {
            throw ScriptFailure.invalid(ScriptError.IMPOSSIBLE_ENCODING);
        }
        requireRoom(execution, length);
        byte[] padded = new byte[length];
        System.arraycopy(number, 0, padded, 0, number.length);
        if (number.length > 0 && number.length < length) {
            // The sign moves from the number's last byte to the result's.
            padded[length - 1] = (byte) (number[number.length - 1] & 0x80);
            padded[number.length - 1] &= 0x7F;
        }
        execution.stack().push(padded);
    }

    private static byte[] shortest(Execution execution, ByteSlice number) throws ScriptFailure {
        execution.meter().chargeScan(2L * number.length());
        return ScriptNumber.encode(ScriptNumber.decode(number, Integer.MAX_VALUE));
    }

    private static void bytesToNumber(Execution execution) throws ScriptFailure {
        byte[] number = shortest(execution, execution.stack().pop());
        if (number.length > execution.rules().maxNumberLength()) {
            throw ScriptFailure.invalid(ScriptError.INVALID_NUMBER_RANGE);
        }
        execution.stack().push(number);
    }

    private static void invert(Execution execution) throws ScriptFailure {
        byte[] bytes = execution.stack().pop().toByteArray();
        execution.meter().chargeBytes(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ~bytes[i];
        }
        execution.stack().push(bytes);
    }

    private static void combine(Execution execution, Bitwise operation) throws ScriptFailure {
        execution.stack().require(2);
        ByteSlice right = execution.stack().pop();
        ByteSlice left = execution.stack().pop();
        if (left.length() != right.length()) {
            throw ScriptFailure.invalid(ScriptError.INVALID_OPERAND_SIZE);
        }
        execution.meter().chargeBytes(left.length());
        byte[] result = new byte[left.length()];
        for (int i = 0; i < result.length; i++) {
            result[i] = (byte) operation.of(left.at(i), right.at(i));
        }
        execution.stack().push(result);
    }

    /** Shifts as one string of bits, the first byte's highest bit first; the length stays. */
    private static void shift(Execution execution, boolean left) throws ScriptFailure {
        execution.stack().require(2);
        BigInteger count = NumberOperand.pop(execution);
        if (count.signum() < 0) {
            throw ScriptFailure.invalid(ScriptError.INVALID_NUMBER_RANGE, "a negative shift");
        }
        ByteSlice data = execution.stack().pop();
        execution.meter().chargeScan(data.length());
        byte[] result = new byte[data.length()];
        if (!isOutside(count, Integer.MAX_VALUE)) {
            int bytes = count.intValue() / 8;
            int bits = count.intValue() % 8;
            for (int i = 0; i < result.length; i++) {
                result[i] =
                        (byte)
                                (left
                                        ? fromRight(data, i, bytes, bits)
                                        : fromLeft(data, i, bytes, bits));
            }
        }
        execution.stack().push(result);
    }

    private static int fromRight(ByteSlice data, int index, int bytes, int bits) {
        return byteAt(data, (long) index + bytes) << bits
                | byteAt(data, (long) index + bytes + 1) >> (8 - bits);
    }

    private static int fromLeft(ByteSlice data, int index, int bytes, int bits) {
        return byteAt(data, (long) index - bytes) >> bits
                | byteAt(data, (long) index - bytes - 1) << (8 - bits);
    }

    private static int byteAt(ByteSlice data, long index) {
        return index >= 0 && index < data.length() ? data.at((int) index) : 0;
    }

    private static void middle(Execution execution) throws ScriptFailure {
        execution.stack().require(3);
        BigInteger length = popPosition(execution);
        BigInteger begin = popPosition(execution);
        ByteSlice data = execution.stack().pop();
        if (isOutside(begin, data.length() - 1)
                || isOutside(length, data.length() - begin.intValue())) {
            throw ScriptFailure.invalid(ScriptError.INVALID_NUMBER_RANGE);
        }
        pushPart(execution, data, begin.intValue(), length.intValue());
    }

    private static void end(Execution execution, boolean left) throws ScriptFailure {
        execution.stack().require(2);
        BigInteger length = popPosition(execution);
        ByteSlice data = execution.stack().pop();
        if (isOutside(length, data.length())) {
            throw ScriptFailure.invalid(ScriptError.INVALID_NUMBER_RANGE);
        }
        int count = length.intValue();
        pushPart(execution, data, left ? 0 : data.length() - count, count);
    }

    private static BigInteger popPosition(Execution execution) throws ScriptFailure {
        ByteSlice bytes = execution.stack().pop();
        if (bytes.length() > POSITION_LENGTH) {
            throw ScriptFailure.invalid(ScriptError.INVALID_NUMBER_RANGE);
        }
        return NumberOperand.decode(execution, bytes, POSITION_LENGTH);
    }
}
