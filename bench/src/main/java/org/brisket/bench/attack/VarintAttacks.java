package org.brisket.bench.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.brisket.bench.forge.Ground;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.verdict.RejectionReason;

/** A valid BEEF in which one count announces what cannot follow, or is written another way. */
final class VarintAttacks {
    private enum Slot {
        BUMPS,
        BUMP_HEIGHT,
        LEAVES,
        OFFSET,
        TRANSACTIONS,
        BUMP_INDEX,
        INPUTS,
        UNLOCKING,
        OUTPUTS,
        LOCKING
    }

    /** Hostile encodings by name; the last ends the file inside of the number. */
    private enum Encoding {
        TWO_TO_32("ff0000000001000000"),
        TWO_TO_63_LESS_1("ffffffffffffffff7f"),
        TWO_TO_63("ff0000000000000080"),
        NOT_SHORTEST("fd0100"),
        CUT_OFF("ff000000");

        private final String hex;

        Encoding(String hex) {
            this.hex = hex;
        }
    }

    private final ByteWriter bytes = new ByteWriter();
    private final Slot target;
    private final Encoding encoding;
    private int end;

    private VarintAttacks(Slot target, Encoding encoding) {
        this.target = target;
        this.encoding = encoding;
    }

    static List<AttackCase> cases() {
        List<AttackCase> cases = new ArrayList<>();
        for (Slot slot : Slot.values()) {
            for (Encoding encoding : Encoding.values()) {
                String name = "varint-" + slot + "-" + encoding;
                cases.add(
                        AttackCase.refused(
                                "varint",
                                name.toLowerCase(Locale.ROOT).replace('_', '-'),
                                RejectionReason.MALFORMED_BEEF,
                                ground -> new VarintAttacks(slot, encoding).write(ground)));
            }
        }
        return cases;
    }

    private byte[] write(Ground ground) {
        bytes.write(hex("0200beef"));
        count(Slot.BUMPS, 1);
        count(Slot.BUMP_HEIGHT, 1_000);
        bytes.writeByte(1);
        count(Slot.LEAVES, 1);
        count(Slot.OFFSET, 0);
        bytes.writeByte(2).write(ground.randomBytes(32));
        count(Slot.TRANSACTIONS, 1);
        bytes.writeByte(1);
        count(Slot.BUMP_INDEX, 0);
        transaction(ground);
        return end > 0 ? Arrays.copyOf(bytes.toByteArray(), end) : bytes.toByteArray();
    }

    private void transaction(Ground ground) {
        bytes.writeInt(1);
        count(Slot.INPUTS, 1);
        bytes.write(ground.randomBytes(36));
        count(Slot.UNLOCKING, 1);
        bytes.writeByte(0x51).writeInt(-1);
        count(Slot.OUTPUTS, 1);
        bytes.writeLong(1);
        count(Slot.LOCKING, 1);
        bytes.writeByte(0x51).writeInt(0);
    }

    private void count(Slot slot, long honest) {
        if (slot == target) {
            bytes.write(hex(encoding.hex));
            end = encoding == Encoding.CUT_OFF ? bytes.length() : 0;
        } else {
            bytes.writeVarint(honest);
        }
    }

    private static byte[] hex(String text) {
        try {
            return Hex.decode(text);
        } catch (MalformedException e) {
            throw new IllegalStateException(text, e);
        }
    }
}
