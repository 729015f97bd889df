package org.brisket.state.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.hash.MerkleRoot;

/**
 * What is known of a transaction besides its bytes.
 *
 * @param stored whether its bytes are here
 * @param admitted whether an admission of it was published
 * @param proofs the latest first. There is a second one after a reorganisation, and it counts again
 *     if the chain goes back
 */
public record Standing(boolean stored, boolean admitted, List<BlockProof> proofs) {
    static final Standing NEW = new Standing(false, false, List.of());

    private static final int PROOFS_KEPT = 2;

    public Standing {
        proofs = List.copyOf(proofs);
    }

    Standing asStored() {
        return new Standing(true, admitted, proofs);
    }

    Standing asAdmitted() {
        return new Standing(stored, true, proofs);
    }

    boolean isProvenBy(RootQuery block) {
        return proofs.stream().anyMatch(proof -> proof.block().equals(block));
    }

    Standing provenBy(BlockProof proof) {
        List<BlockProof> latest = new ArrayList<>(PROOFS_KEPT);
        latest.add(proof);
        proofs.stream().limit(PROOFS_KEPT - 1).forEach(latest::add);
        return new Standing(stored, admitted, latest);
    }

    /** The latest proof that the best chain does not contradict. */
    public Optional<BlockProof> proofIn(BestChain chain) {
        return proofs.stream().filter(proof -> !contradicts(chain, proof.block())).findFirst();
    }

    /** What lies below the headers that are kept was confirmed when it came, and is too deep. */
    private static boolean contradicts(BestChain chain, RootQuery block) {
        MerkleRoot root = chain.root(block.height());
        return root != null && !root.equals(block.root());
    }
}
