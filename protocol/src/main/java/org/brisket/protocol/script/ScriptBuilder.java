package org.brisket.protocol.script;

import java.nio.charset.StandardCharsets;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.ByteWriter;

/** Assembles a script; data is pushed in its shortest form. */
public final class ScriptBuilder {
    private final ByteWriter bytes = new ByteWriter(64);

    public ScriptBuilder opcode(int opcode) {
        bytes.writeByte(opcode);
        return this;
    }

    /** Pushes data; empty data and the numbers -1 and 1 to 16 have opcodes of their own. */
    public ScriptBuilder push(byte[] data) {
        int opcode = PushForm.shortest(ByteSlice.of(data));
        bytes.writeByte(opcode);
        if (!PushForm.isData(opcode)) {
            writeLength(opcode, data.length);
            bytes.write(data);
        }
        return this;
    }

    public ScriptBuilder pushText(String text) {
        return push(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A direct push says the length by its opcode. */
    private void writeLength(int opcode, int length) {
        switch (opcode) {
            case Opcode.PUSHDATA1 -> bytes.writeByte(length);
            case Opcode.PUSHDATA2 -> bytes.writeByte(length).writeByte(length >> 8);
            case Opcode.PUSHDATA4 -> bytes.writeInt(length);
            default -> {}
        }
    }

    public byte[] build() {
        return bytes.toByteArray();
    }
}
