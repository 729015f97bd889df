package org.brisket.simulator.network;

import java.time.Instant;
import java.util.Optional;
import org.brisket.protocol.hash.BlockHash;

/**
 * A transaction became something on the network: when, what, why, and in which block if it was
 * mined.
 */
public record StatusChange(
        Instant at, ArcStatus status, String extraInfo, Optional<BlockHash> block) {}
