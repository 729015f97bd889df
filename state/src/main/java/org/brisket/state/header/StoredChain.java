package org.brisket.state.header;

import java.util.List;
import org.brisket.protocol.header.BlockHeader;

/**
 * What a checkpoint holds of a header chain.
 *
 * @param height of the first header
 * @param headers the best chain from its lowest header up, then other branches, parents before
 *     children; empty before the checkpoint's header has come
 * @param orphans headers whose parents have not come yet
 */
public record StoredChain(long height, List<BlockHeader> headers, List<BlockHeader> orphans) {
    public StoredChain {
        headers = List.copyOf(headers);
        orphans = List.copyOf(orphans);
    }
}
