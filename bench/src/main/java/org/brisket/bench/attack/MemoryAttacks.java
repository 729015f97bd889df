package org.brisket.bench.attack;

import static org.brisket.bench.attack.ScriptForge.spend;
import static org.brisket.protocol.script.Opcode.ADD_1;
import static org.brisket.protocol.script.Opcode.BIN2NUM;
import static org.brisket.protocol.script.Opcode.CAT;
import static org.brisket.protocol.script.Opcode.DEPTH;
import static org.brisket.protocol.script.Opcode.DROP;
import static org.brisket.protocol.script.Opcode.DUP;
import static org.brisket.protocol.script.Opcode.INVERT;
import static org.brisket.protocol.script.Opcode.LEFT;
import static org.brisket.protocol.script.Opcode.LSHIFTNUM;
import static org.brisket.protocol.script.Opcode.MUL_2;
import static org.brisket.protocol.script.Opcode.OP_0;
import static org.brisket.protocol.script.Opcode.OP_1;
import static org.brisket.protocol.script.Opcode.SPLIT;
import static org.brisket.protocol.script.Opcode.TOALTSTACK;

import java.util.List;
import org.brisket.protocol.verdict.RejectionReason;

/** Small scripts that try to hold or to churn a lot of memory. */
final class MemoryAttacks {
    private static final String FAMILY = "script memory";

    private static final int NEARLY_TEN_MB = 9_900_000;

    private MemoryAttacks() {}

    static List<AttackCase> cases() {
        return List.of(
                element("dup-cat-30", new ScriptForge().op(OP_1).repeat(30, DUP, CAT)),
                element("num2bin-30mb", new ScriptForge().zeros(30_000_000)),
                costly("dup-cat-drop-8mb", doubled(22).repeat(200, DUP, DUP, CAT, DROP)),
                costly("num2bin-9mb", new ScriptForge().repeat(200, dropped())),
                costly("left-of-9mb-kept", new ScriptForge().repeat(200, keptByLeft())),
                costly("split-of-9mb-kept", new ScriptForge().repeat(200, keptBySplit())),
                refused(
                        "alt-stack-beside-stack",
                        RejectionReason.STACK_TOO_LARGE,
                        new ScriptForge().repeat(4, aside()).repeat(4, filled())),
                accepted("six-items-of-9mb", new ScriptForge().repeat(6, filled()).op(OP_1)),
                accepted("480000-empty-items", new ScriptForge().repeat(480_000, OP_0).op(OP_1)),
                accepted("480000-depths", new ScriptForge().repeat(480_000, DEPTH)),
                accepted("480000-dups", new ScriptForge().op(OP_1).repeat(240_000, DUP, DUP)),
                costly("bin2num-9mb", negative().repeat(20, DUP, BIN2NUM, DROP)),
                number("1add-9mb", negative().op(ADD_1)),
                number("2mul-9mb", shifted().repeat(40, MUL_2)));
    }

    private static AttackCase element(String name, ScriptForge script) {
        return refused(name, RejectionReason.ELEMENT_TOO_LARGE, script);
    }

    private static AttackCase costly(String name, ScriptForge script) {
        return refused(name, RejectionReason.COST_TOO_HIGH, script);
    }

    private static AttackCase number(String name, ScriptForge script) {
        return refused(name, RejectionReason.NUMBER_TOO_LARGE, script);
    }

    private static AttackCase refused(String name, RejectionReason reason, ScriptForge script) {
        return AttackCase.refused(FAMILY, name, reason, g -> spend(g, script.build()));
    }

    private static AttackCase accepted(String name, ScriptForge script) {
        return AttackCase.accepted(FAMILY, name, g -> spend(g, script.build()));
    }

    /** One byte, doubled that often. */
    private static ScriptForge doubled(int times) {
        return new ScriptForge().op(OP_1).repeat(times, DUP, CAT);
    }

    private static byte[] filled() {
        return new ScriptForge().zeros(NEARLY_TEN_MB).build();
    }

    private static byte[] dropped() {
        return new ScriptForge().zeros(NEARLY_TEN_MB).op(DROP).build();
    }

    private static byte[] aside() {
        return new ScriptForge().zeros(NEARLY_TEN_MB).op(TOALTSTACK).build();
    }

    private static byte[] keptByLeft() {
        return new ScriptForge().zeros(NEARLY_TEN_MB).op(OP_1, LEFT).build();
    }

    private static byte[] keptBySplit() {
        return new ScriptForge().zeros(NEARLY_TEN_MB).op(OP_1, SPLIT, DROP).build();
    }

    /** A number of nearly ten megabytes, all of whose bits are set. */
    private static ScriptForge negative() {
        return new ScriptForge().zeros(NEARLY_TEN_MB).op(INVERT);
    }

    private static ScriptForge shifted() {
        return new ScriptForge().op(OP_1).number(79_000_000).op(LSHIFTNUM);
    }
}
