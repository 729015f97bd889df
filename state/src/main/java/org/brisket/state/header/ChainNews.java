package org.brisket.state.header;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.hash.MerkleRoot;

/**
 * That the best chain has a new tip.
 *
 * @param reorganisedFrom the lowest height whose block is no longer in the best chain; what was
 *     proven by a block at this height or above has to be proven anew
 * @param roots the merkle roots of the newest blocks, those up to the tip, as far as they changed
 */
public record ChainNews(long tipHeight, Optional<Long> reorganisedFrom, List<MerkleRoot> roots) {
    public ChainNews {
        roots = List.copyOf(roots);
    }

    /** The height of the first root; one above the tip if there are none. */
    public long rootsFrom() {
        return tipHeight - roots.size() + 1;
    }
}
