package org.brisket.protocol.submission;

/** Where a record stands in its input; unique for ever. */
public record RecordPosition(String topic, int partition, long offset) {
    /** {@code topic-partition-offset}, the submission id where none is given. */
    @Override
    public String toString() {
        return topic + "-" + partition + "-" + offset;
    }
}
