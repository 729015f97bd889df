package org.brisket.job.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.bytes.ByteReader;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;

/** How several items stand in one file. */
public enum Framing {
    /** One item, all bytes of the file. */
    WHOLE,
    /** Hexadecimal text, one item on each line. */
    LINES,
    /** Each item behind its length as four bytes, most significant first. */
    U32_BE,
    /** Each item behind its length as four bytes, least significant first. */
    U32_LE,
    /** Each item behind its length as a varint. */
    VARINT;

    /** Takes a file apart in the first way that leaves nothing over; one item if none does. */
    public static List<byte[]> split(byte[] content) {
        Optional<List<byte[]>> lines = LINES.items(content);
        if (lines.isPresent()) {
            return lines.get();
        }
        if (ItemKind.of(content) != ItemKind.UNKNOWN) {
            return List.of(content);
        }
        for (Framing framing : List.of(U32_BE, U32_LE, VARINT)) {
            Optional<List<byte[]>> items = framing.items(content);
            if (items.isPresent()) {
                return items.get();
            }
        }
        return List.of(content);
    }

    /** The items of a file that is framed like this; empty if it is not. */
    public Optional<List<byte[]>> items(byte[] content) {
        try {
            return switch (this) {
                case WHOLE -> Optional.of(List.of(content));
                case LINES -> Optional.of(lines(content));
                case U32_BE, U32_LE, VARINT -> Optional.of(prefixed(content));
            };
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    private static List<byte[]> lines(byte[] content) throws MalformedException {
        List<byte[]> items = new ArrayList<>();
        String text = new String(content, StandardCharsets.ISO_8859_1);
        for (String line : text.split("\\R")) {
            if (!line.isBlank()) {
                items.add(Hex.decode(line.strip()));
            }
        }
        if (items.isEmpty()) {
            throw new MalformedException("no line holds hexadecimal digits");
        }
        return items;
    }

    private List<byte[]> prefixed(byte[] content) throws MalformedException {
        ByteReader reader = new ByteReader(content);
        List<byte[]> items = new ArrayList<>();
        while (reader.remaining() > 0) {
            long length = length(reader);
            if (length == 0 || length > reader.remaining()) {
                throw MalformedException.of("a frame of %d bytes", length);
            }
            items.add(reader.readSlice((int) length).toByteArray());
        }
        return items;
    }

    private long length(ByteReader reader) throws MalformedException {
        if (this == VARINT) {
            return reader.readVarint();
        }
        int raw = reader.readInt();
        return (this == U32_LE ? raw : Integer.reverseBytes(raw)) & 0xFFFFFFFFL;
    }
}
