package org.brisket.connectors.chain;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.brisket.protocol.header.HeaderReport;

/**
 * A source of the trackers' headers. It has one split, which one reader follows; each checkpoint
 * holds how far each tracker was read. A tracker that does not answer gives a report without
 * headers and without a tip, so that time can be seen to pass.
 */
public final class HeaderFeed
        implements Source<HeaderReport, HeaderFeedSplit, Optional<HeaderFeedSplit>> {
    private static final long serialVersionUID = 1L;

    private final HeaderFeedSettings settings;

    public HeaderFeed(HeaderFeedSettings settings) {
        this.settings = settings;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SourceReader<HeaderReport, HeaderFeedSplit> createReader(SourceReaderContext context) {
        return new HeaderFeedReader(settings);
    }

    @Override
    public SplitEnumerator<HeaderFeedSplit, Optional<HeaderFeedSplit>> createEnumerator(
            SplitEnumeratorContext<HeaderFeedSplit> context) {
        return new HeaderFeedEnumerator(
                context::assignSplit, Optional.of(new HeaderFeedSplit(Map.of())));
    }

    @Override
    public SplitEnumerator<HeaderFeedSplit, Optional<HeaderFeedSplit>> restoreEnumerator(
            SplitEnumeratorContext<HeaderFeedSplit> context, Optional<HeaderFeedSplit> unassigned) {
        return new HeaderFeedEnumerator(context::assignSplit, unassigned);
    }

    @Override
    public SimpleVersionedSerializer<HeaderFeedSplit> getSplitSerializer() {
        return new HeaderFeedSplit.Serializer();
    }

    @Override
    public SimpleVersionedSerializer<Optional<HeaderFeedSplit>>
            getEnumeratorCheckpointSerializer() {
        return new UnassignedSerializer();
    }

    /** Nothing for no split, otherwise the split's bytes. */
    private static final class UnassignedSerializer
            implements SimpleVersionedSerializer<Optional<HeaderFeedSplit>> {
        private final HeaderFeedSplit.Serializer splits = new HeaderFeedSplit.Serializer();

        @Override
        public int getVersion() {
            return splits.getVersion();
        }

        @Override
        public byte[] serialize(Optional<HeaderFeedSplit> unassigned) throws IOException {
            return unassigned.isPresent() ? splits.serialize(unassigned.get()) : new byte[0];
        }

        @Override
        public Optional<HeaderFeedSplit> deserialize(int version, byte[] bytes) throws IOException {
            return bytes.length == 0
                    ? Optional.empty()
                    : Optional.of(splits.deserialize(version, bytes));
        }
    }
}
