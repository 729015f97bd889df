package org.brisket.state.store;

import java.util.List;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.merkle.MerklePath;

/**
 * That a block holds one transaction.
 *
 * @param block the height and the root that the block there must have
 * @param path of this transaction alone, up to that root
 */
public record BlockProof(RootQuery block, MerklePath path) {

    /**
     * The smallest proof of a transaction that a path has.
     *
     * @throws MalformedException if the path does not prove it
     */
    public static BlockProof of(Txid txid, MerklePath path) throws MalformedException {
        MerklePath smallest = path.extract(List.of(txid));
        return new BlockProof(
                new RootQuery(smallest.blockHeight(), smallest.rootOf(txid)), smallest);
    }

    public long blockHeight() {
        return block.height();
    }
}
