package org.brisket.protocol.script;

import java.math.BigInteger;
import org.brisket.protocol.bytes.ByteSlice;

/** The opcodes that move, copy, drop, measure and compare elements of the stack. */
final class StackOperations {
    private StackOperations() {}

    static void addTo(Operation[] table) {
        addCopies(table);
        addMoves(table);
        table[Opcode.DROP] = execution -> execution.stack().pop();
        table[Opcode.DROP_2] = StackOperations::dropTwo;
        table[Opcode.DEPTH] =
                execution -> execution.stack().push(ScriptNumber.encode(execution.stack().size()));
        table[Opcode.SIZE] = StackOperations::size;
        table[Opcode.EQUAL] = execution -> execution.stack().push(equal(execution));
        table[Opcode.EQUALVERIFY] = StackOperations::equalVerify;
        table[Opcode.TOALTSTACK] =
                execution -> execution.alternative().push(execution.stack().pop());
        table[Opcode.FROMALTSTACK] = StackOperations::fromAlternative;
    }

    private static void addCopies(Operation[] table) {
        table[Opcode.DUP] = execution -> copy(execution, 1, 0);
        table[Opcode.DUP_2] = execution -> copy(execution, 2, 1);
        table[Opcode.DUP_3] = execution -> copy(execution, 3, 2);
        table[Opcode.OVER] = execution -> copy(execution, 1, 1);
        table[Opcode.OVER_2] = execution -> copy(execution, 2, 3);
        table[Opcode.IFDUP] =
                execution -> {
                    if (execution.isTrue(execution.stack().peek(0))) {
                        copy(execution, 1, 0);
                    }
                };
        table[Opcode.PICK] =
                execution -> {
                    int depth = depth(execution);
                    execution.stack().push(execution.stack().peek(depth));
                };
        table[Opcode.TUCK] =
                execution -> {
                    execution.stack().require(2);
                    execution.stack().insert(2, execution.stack().peek(0));
                };
    }

    private static void addMoves(Operation[] table) {
        table[Opcode.SWAP] = execution -> move(execution, 1, 1);
        table[Opcode.ROT] = execution -> move(execution, 1, 2);
        table[Opcode.SWAP_2] = execution -> move(execution, 2, 3);
        table[Opcode.ROT_2] = execution -> move(execution, 2, 5);
        table[Opcode.NIP] = execution -> execution.stack().remove(1);
        table[Opcode.ROLL] =
                execution -> {
                    int depth = depth(execution);
                    execution.meter().charge(depth / 16);
                    execution.stack().push(execution.stack().remove(depth));
                };
    }

    /** Pushes copies of the elements from the given depth on, as many as told. */
    private static void copy(Execution execution, int count, int depth) throws ScriptFailure {
        ScriptStack stack = execution.stack();
        stack.require(depth + 1);
        for (int i = 0; i < count; i++) {
            // Each push brings the next element to the depth of the one before.
            stack.push(stack.peek(depth));
        }
    }

    /** Moves elements from the given depth to the top, as many as told. */
    private static void move(Execution execution, int count, int depth) throws ScriptFailure {
        ScriptStack stack = execution.stack();
        stack.require(depth + 1);
        for (int i = 0; i < count; i++) {
            stack.push(stack.remove(depth));
        }
    }

    /** Pops a depth that must lie within the rest of the stack. */
    private static int depth(Execution execution) throws ScriptFailure {
        ScriptStack stack = execution.stack();
        stack.require(2);
        BigInteger depth = NumberOperand.pop(execution);
        if (depth.signum() < 0 || depth.compareTo(BigInteger.valueOf(stack.size())) >= 0) {
            throw ScriptFailure.invalid(
                    ScriptError.INVALID_STACK_OPERATION, "no element at that depth");
        }
        return depth.intValue();
    }

    private static void dropTwo(Execution execution) throws ScriptFailure {
        execution.stack().require(2);
        execution.stack().pop();
        execution.stack().pop();
    }

    private static void size(Execution execution) throws ScriptFailure {
        ByteSlice top = execution.stack().peek(0);
        execution.stack().push(ScriptNumber.encode(top.length()));
    }

    private static void fromAlternative(Execution execution) throws ScriptFailure {
        if (execution.alternative().size() == 0) {
            throw ScriptFailure.invalid(ScriptError.INVALID_ALTSTACK_OPERATION);
        }
        execution.stack().push(execution.alternative().pop());
    }

    private static boolean equal(Execution execution) throws ScriptFailure {
        execution.stack().require(2);
        ByteSlice right = execution.stack().pop();
        ByteSlice left = execution.stack().pop();
        execution.meter().chargeBytes(Math.min(left.length(), right.length()));
        return left.equals(right);
    }

    private static void equalVerify(Execution execution) throws ScriptFailure {
        if (!equal(execution)) {
            throw ScriptFailure.invalid(ScriptError.EQUALVERIFY);
        }
    }
}
