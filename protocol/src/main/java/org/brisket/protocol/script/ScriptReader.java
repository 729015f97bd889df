package org.brisket.protocol.script;

import org.brisket.protocol.bytes.ByteSlice;

/** A cursor over the opcodes of a script. The data of the last push is kept beside. */
final class ScriptReader {
    private final ByteSlice script;
    private int position;
    private ByteSlice pushed = ByteSlice.EMPTY;

    ScriptReader(ByteSlice script) {
        this.script = script;
    }

    boolean hasNext() {
        return position < script.length();
    }

    int position() {
        return position;
    }

    /** What the last opcode pushes, if it is one that carries data. */
    ByteSlice pushed() {
        return pushed;
    }

    /** Reads one opcode with its data; a push that runs over the end is a bad opcode. */
    int next() throws ScriptFailure {
        int opcode = script.at(position++);
        if (opcode <= Opcode.PUSHDATA4) {
            readData(opcode);
        }
        return opcode;
    }

    private void readData(int opcode) throws ScriptFailure {
        long length =
                switch (opcode) {
                    case Opcode.PUSHDATA1 -> readLength(1);
                    case Opcode.PUSHDATA2 -> readLength(2);
                    case Opcode.PUSHDATA4 -> readLength(4);
                    default -> opcode;
                };
        requireRemaining(length);
        pushed = script.slice(position, (int) length);
        position += (int) length;
    }

    private long readLength(int bytes) throws ScriptFailure {
        requireRemaining(bytes);
        long length = 0;
        for (int i = 0; i < bytes; i++) {
            length |= (long) script.at(position++) << 8 * i;
        }
        return length;
    }

    private void requireRemaining(long count) throws ScriptFailure {
        if (count > script.length() - position) {
            throw ScriptFailure.invalid(
                    ScriptError.BAD_OPCODE,
                    "a push of " + count + " bytes runs over the end of the script");
        }
    }

    /** True when every opcode is a push, as unlocking scripts have to be. */
    static boolean isPushOnly(ByteSlice script) {
        ScriptReader reader = new ScriptReader(script);
        try {
            while (reader.hasNext()) {
                if (reader.next() > Opcode.OP_16) {
                    return false;
                }
            }
            return true;
        } catch (ScriptFailure truncated) {
            return false;
        }
    }
}
