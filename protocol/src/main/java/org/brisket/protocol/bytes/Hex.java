package org.brisket.protocol.bytes;

import java.util.HexFormat;

/** Lower-case hexadecimal text. */
public final class Hex {
    private static final HexFormat FORMAT = HexFormat.of();

    private Hex() {}

    public static String encode(byte[] bytes) {
        return FORMAT.formatHex(bytes);
    }

    public static String encode(byte[] bytes, int offset, int length) {
        return FORMAT.formatHex(bytes, offset, offset + length);
    }

    /** Reads hexadecimal of either case; anything else is malformed. */
    public static byte[] decode(CharSequence text) throws MalformedException {
        try {
            return FORMAT.parseHex(text);
        } catch (IllegalArgumentException e) {
            throw MalformedException.of("not hexadecimal: %d characters", text.length());
        }
    }
}
