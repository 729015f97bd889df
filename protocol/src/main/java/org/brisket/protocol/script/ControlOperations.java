package org.brisket.protocol.script;

import java.util.Locale;
import java.util.function.Predicate;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.LittleEndian;

/** Constants, conditionals, verification, return, and the opcodes that are errors or nothing. */
final class ControlOperations {
    private static final int FIRST_UNDEFINED = 0xBA;

    private ControlOperations() {}

    static void addTo(Operation[] table) {
        addConstants(table);
        addConditionals(table);
        addNothing(table);
        addErrors(table);
        table[Opcode.VERIFY] = ControlOperations::verify;
        table[Opcode.RETURN] = ControlOperations::returnFromScript;
        table[Opcode.VER] = ControlOperations::version;
    }

    private static void addConstants(Operation[] table) {
        ByteSlice minusOne = ByteSlice.of(new byte[] {(byte) 0x81});
        table[Opcode.NEGATE_1] = execution -> execution.stack().push(minusOne);
        for (int opcode = Opcode.OP_1; opcode <= Opcode.OP_16; opcode++) {
            ByteSlice number = ByteSlice.of(new byte[] {(byte) (opcode - Opcode.OP_1 + 1)});
            table[opcode] = execution -> execution.stack().push(number);
        }
    }

    private static void addConditionals(Operation[] table) {
        table[Opcode.IF] = execution -> open(execution, false);
        table[Opcode.NOTIF] = execution -> open(execution, true);
        table[Opcode.VERIF] = execution -> openForVersion(execution, false);
        table[Opcode.VERNOTIF] = execution -> openForVersion(execution, true);
        table[Opcode.ELSE] =
                execution -> execution.conditions().turn(execution.rules().isPreGenesis());
        table[Opcode.ENDIF] = execution -> execution.conditions().close();
    }

    private static void addNothing(Operation[] table) {
        table[Opcode.NOP] = execution -> {};
        table[Opcode.NOP1] = ControlOperations::doNothing;
        table[Opcode.NOP9] = ControlOperations::doNothing;
        table[Opcode.NOP10] = ControlOperations::doNothing;
    }

    /** An operation that only outputs made since Chronicle have; for others it is nothing. */
    static Operation sinceChronicle(Operation operation) {
        return onlyWhere(ScriptRules::hasChronicleOpcodes, operation);
    }

    /** An operation that only outputs from before Genesis have; for others it is nothing. */
    static Operation beforeGenesis(Operation operation) {
        return onlyWhere(ScriptRules::isPreGenesis, operation);
    }

    private static Operation onlyWhere(Predicate<ScriptRules> inForce, Operation operation) {
        return execution -> {
            if (inForce.test(execution.rules())) {
                operation.apply(execution);
            } else {
                doNothing(execution);
            }
        };
    }

    /** For opcodes that have no effect on this output, and may have one on others. */
    private static void doNothing(Execution execution) throws ScriptFailure {
        if (execution.rules().discouragesNothing()) {
            throw ScriptFailure.invalid(
                    ScriptError.DISCOURAGE_UPGRADABLE_NOPS, "an opcode without effect");
        }
    }

    /** Before Genesis it was the end of every spend. */
    private static void returnFromScript(Execution execution) throws ScriptFailure {
        if (execution.rules().isPreGenesis()) {
            throw ScriptFailure.invalid(ScriptError.OP_RETURN, "the output cannot be spent");
        }
        execution.returnFromScript();
    }

    private static void addErrors(Operation[] table) {
        table[Opcode.RESERVED] = badOpcode(Opcode.RESERVED);
        table[Opcode.RESERVED1] = badOpcode(Opcode.RESERVED1);
        table[Opcode.RESERVED2] = badOpcode(Opcode.RESERVED2);
        for (int opcode = FIRST_UNDEFINED; opcode <= 0xFF; opcode++) {
            table[opcode] = badOpcode(opcode);
        }
    }

    private static Operation badOpcode(int opcode) {
        return execution -> {
            throw bad(opcode);
        };
    }

    private static ScriptFailure bad(int opcode) {
        return ScriptFailure.invalid(
                ScriptError.BAD_OPCODE, String.format(Locale.ROOT, "opcode %02x", opcode));
    }

    private static void open(Execution execution, boolean negated) throws ScriptFailure {
        if (!execution.executes()) {
            execution.conditions().open(false);
            return;
        }
        execution.conditions().open(execution.isTrue(popCondition(execution)) != negated);
    }

    private static void openForVersion(Execution execution, boolean negated) throws ScriptFailure {
        if (!execution.rules().hasChronicleOpcodes()) {
            if (execution.executes() || execution.rules().isPreGenesis()) {
                throw bad(negated ? Opcode.VERNOTIF : Opcode.VERIF);
            }
            return;
        }
        if (!execution.executes()) {
            execution.conditions().open(false);
            return;
        }
        boolean same = popCondition(execution).equals(versionBytes(execution));
        execution.conditions().open(same != negated);
    }

    private static ByteSlice popCondition(Execution execution) throws ScriptFailure {
        if (execution.stack().size() == 0) {
            throw ScriptFailure.invalid(
                    ScriptError.UNBALANCED_CONDITIONAL, "a conditional on an empty stack");
        }
        return execution.stack().pop();
    }

    private static void version(Execution execution) throws ScriptFailure {
        if (!execution.rules().hasChronicleOpcodes()) {
            throw bad(Opcode.VER);
        }
        execution.stack().push(versionBytes(execution));
    }

    private static ByteSlice versionBytes(Execution execution) {
        byte[] bytes = new byte[4];
        LittleEndian.writeInt(bytes, 0, execution.rules().transactionVersion());
        return ByteSlice.of(bytes);
    }

    private static void verify(Execution execution) throws ScriptFailure {
        requireTrue(execution, execution.stack().pop(), ScriptError.VERIFY);
    }

    static void requireTrue(Execution execution, ByteSlice value, ScriptError error)
            throws ScriptFailure {
        if (!execution.isTrue(value)) {
            throw ScriptFailure.invalid(error);
        }
    }
}
