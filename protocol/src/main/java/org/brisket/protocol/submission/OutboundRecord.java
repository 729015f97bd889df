package org.brisket.protocol.submission;

import java.util.List;

/** A record to be written to the named topic. An empty key is written as no key. */
public record OutboundRecord(String topic, byte[] key, byte[] value, List<Header> headers) {
    public OutboundRecord {
        headers = List.copyOf(headers);
    }
}
