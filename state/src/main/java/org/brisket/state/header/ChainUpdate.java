package org.brisket.state.header;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.hash.MerkleRoot;

/**
 * A change of the best chain, for everybody who keeps its roots.
 *
 * @param fromHeight the lowest height whose root changed or is new
 * @param roots those from there to the tip; empty if only the view changed
 * @param reorganisedFrom the lowest height whose block was replaced, if any was
 */
public record ChainUpdate(
        long fromHeight, List<MerkleRoot> roots, ChainView view, Optional<Long> reorganisedFrom) {
    public ChainUpdate {
        roots = List.copyOf(roots);
        if (fromHeight + roots.size() != view.tipHeight() + 1) {
            throw new IllegalStateException(
                    "%d roots from height %d, but the tip is at %d"
                            .formatted(roots.size(), fromHeight, view.tipHeight()));
        }
    }
}
