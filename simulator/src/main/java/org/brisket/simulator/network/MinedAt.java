package org.brisket.simulator.network;

import org.brisket.protocol.hash.BlockHash;
import org.brisket.protocol.merkle.MerklePath;

/** Where a transaction was mined: its block's height and hash, and its proof. */
public record MinedAt(long height, BlockHash block, MerklePath path) {}
