package org.brisket.job.config;

/** A service that knows block headers, by the HTTP interface it speaks. */
public enum ChainTrackerKind {
    WHATS_ON_CHAIN,
    BLOCK_HEADERS_SERVICE,
    CHAINTRACKS
}
