package org.brisket.protocol.header;

import java.util.List;
import org.brisket.protocol.hash.BlockHash;

/** What became of a header that was offered to a {@link HeaderChain}. */
public sealed interface HeaderOutcome {
    /** It was there before; nothing changed. */
    record Known() implements HeaderOutcome {}

    /** Its parent is not known: fetch that first. */
    record Orphan(BlockHash previous) implements HeaderOutcome {}

    /** It is wrong, whoever sent it. */
    record Refused(HeaderFault fault, String detail) implements HeaderOutcome {}

    /** It is kept on a branch that has not more work than the best chain. */
    record Aside(long height) implements HeaderOutcome {}

    /**
     * It is the new tip.
     *
     * @param disconnected headers that left the best chain, the highest first; empty unless the
     *     chain was reorganised
     * @param connected headers that came to the best chain, the lowest first
     */
    record Best(List<BlockHeader> disconnected, List<BlockHeader> connected)
            implements HeaderOutcome {
        public Best {
            disconnected = List.copyOf(disconnected);
            connected = List.copyOf(connected);
        }
    }
}
