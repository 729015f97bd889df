package org.brisket.connectors.kafka;

/** Where a source begins that has no checkpoint to begin from. */
public enum StartingOffsets {
    /** What the consumer group has committed; the earliest record where it has not. */
    COMMITTED,
    /** The earliest record that the topic still has. */
    EARLIEST
}
