package org.brisket.protocol.script;

import java.nio.charset.StandardCharsets;
import org.brisket.protocol.bytes.ByteWriter;

/** Assembles a script; data is pushed in its shortest form. */
public final class ScriptBuilder {
    private static final int LONGEST_DIRECT_PUSH = 75;

    private final ByteWriter bytes = new ByteWriter(64);

    public ScriptBuilder opcode(int opcode) {
        bytes.writeByte(opcode);
        return this;
    }

    /** Pushes data; empty data and the numbers -1 and 1 to 16 have opcodes of their own. */
    public ScriptBuilder push(byte[] data) {
        if (data.length == 0) {
            return opcode(Opcode.OP_0);
        }
        if (data.length == 1 && data[0] >= 1 && data[0] <= 16) {
            return opcode(Opcode.OP_1 + data[0] - 1);
        }
        if (data.length == 1 && data[0] == (byte) 0x81) {
            return opcode(Opcode.NEGATE_1);
        }
        writeLength(data.length);
        bytes.write(data);
        return this;
    }

    public ScriptBuilder pushText(String text) {
        return push(text.getBytes(StandardCharsets.UTF_8));
    }

    private void writeLength(int length) {
        if (length <= LONGEST_DIRECT_PUSH) {
            bytes.writeByte(length);
        } else if (length <= 0xFF) {
            bytes.writeByte(Opcode.PUSHDATA1).writeByte(length);
        } else if (length <= 0xFFFF) {
            bytes.writeByte(Opcode.PUSHDATA2).writeByte(length).writeByte(length >> 8);
        } else {
            bytes.writeByte(Opcode.PUSHDATA4).writeInt(length);
        }
    }

    public byte[] build() {
        return bytes.toByteArray();
    }
}
