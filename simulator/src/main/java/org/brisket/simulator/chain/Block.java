package org.brisket.simulator.chain;

import java.util.List;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.header.BlockHeader;

/** A block: its height, its header and its transactions' ids, the coinbase first. */
public record Block(long height, BlockHeader header, List<Txid> txids) {
    public Block {
        txids = List.copyOf(txids);
    }
}
