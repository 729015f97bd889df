package org.brisket.state.tracking;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.brisket.protocol.hash.MerkleRoot;

/**
 * What a tracker knows of the best chain.
 *
 * @param tipHeight empty while nobody knows it
 * @param roots the merkle root of the block at a height; empty where it is not remembered
 */
public record BestChain(OptionalLong tipHeight, LongFunction<Optional<MerkleRoot>> roots) {
    public static final BestChain UNKNOWN = withTip(OptionalLong.empty());

    /** A chain of which nothing but the tip is known. */
    public static BestChain withTip(OptionalLong tipHeight) {
        return new BestChain(tipHeight, height -> Optional.empty());
    }

    /** True if it has another block at that height than the one with this root. */
    boolean contradicts(long height, Optional<MerkleRoot> root) {
        Optional<MerkleRoot> own = root.flatMap(given -> roots.apply(height));
        return own.isPresent() && !own.equals(root);
    }

    /** True if it has the very block with this root at that height. */
    boolean holds(long height, Optional<MerkleRoot> root) {
        return root.isPresent() && root.equals(roots.apply(height));
    }
}
