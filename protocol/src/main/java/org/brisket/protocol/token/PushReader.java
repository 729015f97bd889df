package org.brisket.protocol.token;

import java.util.Optional;
import org.brisket.protocol.bytes.ByteSlice;

/** Reads pushes from a script until something else, or a push that is cut short, comes. */
final class PushReader {
    private static final int PUSHDATA1 = 0x4C;
    private static final int PUSHDATA2 = 0x4D;
    private static final int PUSHDATA4 = 0x4E;
    private static final int NEGATIVE_ONE = 0x4F;
    private static final int ONE = 0x51;
    private static final int SIXTEEN = 0x60;

    /** Whatever pushes nothing reads as this: wallets write both alike, see {@link PushDrop}. */
    private static final ByteSlice EMPTY_FIELD = ByteSlice.of(new byte[1]);

    private final ByteSlice script;
    private int position;

    PushReader(ByteSlice script, int position) {
        this.script = script;
        this.position = position;
    }

    int position() {
        return position;
    }

    Optional<ByteSlice> next() {
        if (position >= script.length()) {
            return Optional.empty();
        }
        int opcode = script.at(position);
        if (opcode < PUSHDATA1) {
            return data(1, opcode);
        }
        return switch (opcode) {
            case PUSHDATA1 -> sized(1);
            case PUSHDATA2 -> sized(2);
            case PUSHDATA4 -> sized(4);
            case NEGATIVE_ONE -> small(0x81);
            default ->
                    opcode >= ONE && opcode <= SIXTEEN ? small(opcode - ONE + 1) : Optional.empty();
        };
    }

    private Optional<ByteSlice> small(int value) {
        position++;
        return Optional.of(ByteSlice.of(new byte[] {(byte) value}));
    }

    private Optional<ByteSlice> sized(int lengthBytes) {
        if (script.length() - position - 1 < lengthBytes) {
            return Optional.empty();
        }
        long length = 0;
        for (int i = 0; i < lengthBytes; i++) {
            length |= (long) script.at(position + 1 + i) << (8 * i);
        }
        return data(1 + lengthBytes, length);
    }

    private Optional<ByteSlice> data(int header, long length) {
        if (length > script.length() - position - header) {
            return Optional.empty();
        }
        ByteSlice field = script.slice(position + header, (int) length);
        position += header + (int) length;
        return Optional.of(field.isEmpty() ? EMPTY_FIELD : field);
    }
}
