package org.brisket.bench.attack;

import static org.brisket.bench.attack.ScriptForge.spend;
import static org.brisket.bench.attack.ScriptForge.spendEach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.script.Opcode;
import org.brisket.protocol.verdict.RejectionReason;

/** Scripts whose length or whose operands make the interpreter work. */
final class StepAttacks {
    private static final String FAMILY = "script work";
    private static final int LONG = 9_000_000;
    private static final int MILLION = 1_000_000;
    private static final int NESTED = 160_000;

    /** A script of so many bytes is within the node's policy. */
    private static final int POLICY = 490_000;

    private static final Optional<RejectionReason> COSTLY =
            Optional.of(RejectionReason.COST_TOO_HIGH);
    private static final int[] DUP_MUL_DROP = {Opcode.DUP, Opcode.DUP, Opcode.MUL, Opcode.DROP};
    private static final int[] NUM2BIN_BIN2NUM = {Opcode.OP_1 + 7, Opcode.NUM2BIN, Opcode.BIN2NUM};
    private static final int[] OP_1_IF_ENDIF = {Opcode.OP_1, Opcode.IF, Opcode.ENDIF};
    private static final int[] DUP_CAT_LEFT = {Opcode.DUP, Opcode.CAT, Opcode.OP_1, Opcode.LEFT};

    private final List<AttackCase> cases = new ArrayList<>();

    private StepAttacks() {}

    static List<AttackCase> cases() {
        StepAttacks attacks = new StepAttacks();
        attacks.addLong();
        attacks.addWithinPolicy();
        attacks.addUnpriced();
        attacks.addWideOperands();
        attacks.addProducts();
        return attacks.cases;
    }

    private void limited(String name, ScriptForge script) {
        add(name, Optional.of(RejectionReason.COST_TOO_HIGH), script);
    }

    private void number(String name, ScriptForge script) {
        add(name, Optional.of(RejectionReason.NUMBER_TOO_LARGE), script);
    }

    private void tooLong(String name, ScriptForge script) {
        add(name, Optional.of(RejectionReason.SCRIPT_TOO_LONG), script);
    }

    /** Twenty scripts of the greatest length that is run. */
    private void addTwenty(String name, Optional<RejectionReason> expected, int... opcodes) {
        byte[] locking = one().repeat(POLICY / opcodes.length, opcodes).build();
        cases.add(new AttackCase(FAMILY, name, expected, ground -> spendEach(ground, locking, 20)));
    }

    private void accepted(String name, ScriptForge script) {
        add(name, Optional.empty(), script);
    }

    private void add(String name, Optional<RejectionReason> expected, ScriptForge script) {
        byte[] locking = script.build();
        cases.add(new AttackCase(FAMILY, name, expected, ground -> spend(ground, locking)));
    }

    /** Nearly ten million opcodes, in scripts of the greatest length that is run. */
    private void addLong() {
        tooLong("nop-9mb", one().repeat(LONG, Opcode.NOP));
        tooLong("million-if-endif", one().repeat(MILLION, taken()));
        addTwenty("20-scripts-of-nop", Optional.empty(), Opcode.NOP);
        addTwenty("20-scripts-of-1add", COSTLY, Opcode.ADD_1);
        addTwenty("20-scripts-of-dup-drop", Optional.empty(), Opcode.DUP, Opcode.DROP);
        addTwenty("20-scripts-of-dup-mul-drop", COSTLY, DUP_MUL_DROP);
        addTwenty("20-scripts-of-num2bin", COSTLY, NUM2BIN_BIN2NUM);
        addTwenty("20-scripts-of-if-endif", Optional.empty(), OP_1_IF_ENDIF);
        addTwenty("20-scripts-of-cat", COSTLY, DUP_CAT_LEFT);
        addTwenty("20-scripts-of-hash160", COSTLY, Opcode.HASH160);
        addTwenty("20-scripts-of-separators", Optional.empty(), Opcode.CODESEPARATOR);
        addTwenty(
                "20-scripts-of-alt-stack",
                Optional.empty(),
                Opcode.TOALTSTACK,
                Opcode.FROMALTSTACK);
        accepted("nested-if-160000", nested());
    }

    private void addWithinPolicy() {
        accepted("1add-500kb", one().repeat(POLICY, Opcode.ADD_1));
        limited("ripemd160-500kb", one().repeat(POLICY, Opcode.RIPEMD160));
        limited("sha1-500kb", one().repeat(POLICY, Opcode.SHA1));
        limited("sha256-500kb", one().repeat(POLICY, Opcode.SHA256));
        limited("hash160-500kb", one().repeat(POLICY, Opcode.HASH160));
        limited("hash256-500kb", one().repeat(POLICY, Opcode.HASH256));
        limited("roll-from-the-bottom", rolled());
    }

    /** Looking whether sixteen million zero bytes are true. */
    private void addUnpriced() {
        byte[] look = {(byte) Opcode.DUP, (byte) Opcode.NOTIF, (byte) Opcode.ENDIF};
        ScriptForge zeros = new ScriptForge().zeros(9_900_000);
        limited("if-on-9mb-zeros", zeros.repeat(400, look));
        limited("ifdup-on-9mb-zeros", new ScriptForge().zeros(9_900_000).repeat(400, Opcode.IFDUP));
    }

    private void addWideOperands() {
        limited("lshift-1mb", wide(1_000_000, 2_000, Opcode.LSHIFT));
        limited("rshift-1mb", wide(1_000_000, 2_000, Opcode.RSHIFT));
        limited("invert-1mb", zeros(1_000_000).repeat(2_000, Opcode.INVERT));
        limited("xor-1mb", zeros(1_000_000).repeat(2_000, Opcode.DUP, Opcode.XOR));
        limited("and-1mb", zeros(1_000_000).repeat(2_000, Opcode.DUP, Opcode.AND));
        limited("equal-10mb", zeros(9_900_000).repeat(200, dupDup(Opcode.EQUAL)));
        limited("bin2num-10kb", ones(9_900).repeat(150_000, dup(Opcode.BIN2NUM)));
        limited("substr-1mb", zeros(1_000_000).repeat(2_000, substring()));
        limited("hash256-10mb-20", zeros(9_900_000).repeat(20, dup(Opcode.HASH256)));
        limited("sha1-10mb-90", zeros(9_900_000).repeat(90, dup(Opcode.SHA1)));
        limited("ripemd160-10mb-90", zeros(9_900_000).repeat(90, dup(Opcode.RIPEMD160)));
    }

    private void addProducts() {
        ScriptForge squares = new ScriptForge().data(new byte[] {3, 5});
        number("dup-mul-24", squares.repeat(24, Opcode.DUP, Opcode.MUL));
        limited("mul-4kb", ones(4_900).repeat(120_000, dupDup(Opcode.MUL)));
        limited("mul-1kb", ones(1_000).repeat(120_000, dupDup(Opcode.MUL)));
        accepted("mul-32b", ones(32).repeat(120_000, dupDup(Opcode.MUL)));
        limited("div-by-half", quotient(Opcode.DIV));
        limited("mod-by-half", quotient(Opcode.MOD));
    }

    private static ScriptForge one() {
        return new ScriptForge().op(Opcode.OP_1);
    }

    private static ScriptForge zeros(int length) {
        return new ScriptForge().zeros(length);
    }

    /** A positive number of that many bytes, most of whose bits are set. */
    private static ScriptForge ones(int length) {
        return new ScriptForge().zeros(length).op(Opcode.INVERT, Opcode.ABS);
    }

    private static byte[] dup(int opcode) {
        return new ScriptForge().op(Opcode.DUP, opcode, Opcode.DROP).build();
    }

    private static byte[] dupDup(int opcode) {
        return new ScriptForge().op(Opcode.DUP, Opcode.DUP, opcode, Opcode.DROP).build();
    }

    private static byte[] taken() {
        return new ScriptForge().op(Opcode.OP_1, Opcode.IF, Opcode.ENDIF).build();
    }

    private static ScriptForge nested() {
        return new ScriptForge()
                .repeat(NESTED, Opcode.OP_1, Opcode.IF)
                .repeat(NESTED / 2, Opcode.ENDIF, Opcode.ENDIF)
                .op(Opcode.OP_1);
    }

    private static ScriptForge wide(int length, int times, int shift) {
        byte[] once = new ScriptForge().number(7).op(shift).build();
        return new ScriptForge().zeros(length).repeat(times, once);
    }

    private static byte[] substring() {
        return new ScriptForge()
                .op(Opcode.DUP, Opcode.OP_1)
                .number(900_000)
                .op(Opcode.SUBSTR, Opcode.INVERT, Opcode.DROP)
                .build();
    }

    /** Takes the lowest of a hundred thousand elements to the top, again and again. */
    private static ScriptForge rolled() {
        byte[] once = new ScriptForge().number(99_999).op(Opcode.ROLL).build();
        return new ScriptForge().repeat(100_000, Opcode.OP_1).repeat(10_000, once);
    }

    private static ScriptForge quotient(int opcode) {
        byte[] once = new ScriptForge().op(Opcode.DUP_2, opcode, Opcode.DROP).build();
        return new ScriptForge()
                .zeros(9_900)
                .op(Opcode.INVERT, Opcode.ABS)
                .zeros(4_900)
                .op(Opcode.INVERT, Opcode.ABS)
                .repeat(150_000, once);
    }
}
