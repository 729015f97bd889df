package org.brisket.protocol.bytes;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text in UTF-8, read strictly. */
public final class Utf8 {
    private Utf8() {}

    /** The text of the bytes; what is not UTF-8 is malformed, never replaced. */
    public static String decode(ByteSlice bytes) throws MalformedException {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes.array(), bytes.offset(), bytes.length());
            return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
        } catch (CharacterCodingException e) {
            throw MalformedException.of("%d bytes that are not UTF-8", bytes.length());
        }
    }

    public static byte[] encode(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
