package org.brisket.protocol.header;

import java.util.List;
import java.util.OptionalLong;

/**
 * Headers that somebody handed in, to be believed only as far as their work goes.
 *
 * @param source who did; empty where nobody is known
 * @param headers parents before children
 * @param tipHeight what the source says of its own chain; empty if it did not answer or does not
 *     say
 */
public record HeaderReport(String source, List<BlockHeader> headers, OptionalLong tipHeight) {
    public HeaderReport {
        headers = List.copyOf(headers);
    }
}
