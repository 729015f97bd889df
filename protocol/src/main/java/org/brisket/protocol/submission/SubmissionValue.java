package org.brisket.protocol.submission;

import java.nio.charset.StandardCharsets;
import org.brisket.protocol.bytes.ByteReader;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;

/**
 * A submission's value taken apart: binary BEEF and off-chain values.
 *
 * <pre>
 * BEEF, binary or as hexadecimal text
 * with off-chain values: BEEF length varint | BEEF | values (BRC-22 as its servers implement it)
 * </pre>
 */
public record SubmissionValue(byte[] beef, ByteSlice offChainValues) {

    public static SubmissionValue read(byte[] value, boolean includesOffChainValues)
            throws MalformedException {
        if (includesOffChainValues) {
            ByteReader reader = new ByteReader(value);
            ByteSlice beef = reader.readVarSlice("BEEF");
            return new SubmissionValue(beef.toByteArray(), reader.readSlice(reader.remaining()));
        }
        // Binary BEEF begins with 01 or 02, which no hexadecimal digit does.
        boolean text = value.length > 0 && Character.digit(value[0], 16) >= 0;
        return new SubmissionValue(text ? fromHex(value) : value, ByteSlice.EMPTY);
    }

    private static byte[] fromHex(byte[] value) throws MalformedException {
        int end = value.length;
        while (end > 0 && (value[end - 1] == '\n' || value[end - 1] == '\r')) {
            end--;
        }
        return Hex.decode(new String(value, 0, end, StandardCharsets.ISO_8859_1));
    }
}
