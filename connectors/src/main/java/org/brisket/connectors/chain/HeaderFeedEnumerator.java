package org.brisket.connectors.chain;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.flink.api.connector.source.SplitEnumerator;

/** Gives the one split to the first reader that is there. */
final class HeaderFeedEnumerator
        implements SplitEnumerator<HeaderFeedSplit, Optional<HeaderFeedSplit>> {
    private final BiConsumer<HeaderFeedSplit, Integer> assignment;
    private Optional<HeaderFeedSplit> unassigned;

    HeaderFeedEnumerator(
            BiConsumer<HeaderFeedSplit, Integer> assignment, Optional<HeaderFeedSplit> unassigned) {
        this.assignment = assignment;
        this.unassigned = unassigned;
    }

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtask, String hostname) {}

    @Override
    public void addSplitsBack(List<HeaderFeedSplit> splits, int subtask) {
        splits.forEach(split -> unassigned = Optional.of(split));
    }

    @Override
    public void addReader(int subtask) {
        unassigned.ifPresent(split -> assignment.accept(split, subtask));
        unassigned = Optional.empty();
    }

    @Override
    public Optional<HeaderFeedSplit> snapshotState(long checkpointId) {
        return unassigned;
    }

    @Override
    public void close() {}
}
