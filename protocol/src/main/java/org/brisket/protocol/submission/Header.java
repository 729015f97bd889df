package org.brisket.protocol.submission;

import java.nio.charset.StandardCharsets;

/** One header of a record, in the order and with the bytes that it came with. */
public record Header(String name, byte[] value) {
    public static Header of(String name, String value) {
        return new Header(name, value.getBytes(StandardCharsets.UTF_8));
    }

    public String text() {
        return new String(value, StandardCharsets.UTF_8);
    }
}
