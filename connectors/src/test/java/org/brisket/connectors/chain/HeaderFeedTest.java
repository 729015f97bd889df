package org.brisket.connectors.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.util.InstantiationUtil;
import org.brisket.connectors.http.StubService;
import org.brisket.connectors.http.StubService.Reply;
import org.brisket.protocol.header.HeaderReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeaderFeedTest {
    private static final HeaderFeedSplit BEGINNING = new HeaderFeedSplit(Map.of());

    private final Collected output = new Collected();
    private StubService stub;
    private HeaderFeed feed;
    private HeaderFeedReader reader;

    @BeforeEach
    void open() throws Exception {
        stub =
                new StubService(
                        request ->
                                Reply.ok(
                                        request.path().endsWith("/chain/info")
                                                ? "{\"blocks\":" + GoldenHeader.HEIGHT + "}"
                                                : "[" + GoldenHeader.whatsOnChain() + "]"));
        TrackerSettings tracker =
                new TrackerSettings("woc", TrackerSettings.WHATS_ON_CHAIN, stub.url(), "");
        feed =
                new HeaderFeed(
                        new HeaderFeedSettings(
                                List.of(tracker), "main", GoldenHeader.HEIGHT, 1, 5_000));
        reader = (HeaderFeedReader) InstantiationUtil.clone(feed).createReader(null);
    }

    @AfterEach
    void close() {
        reader.close();
        stub.close();
    }

    private HeaderReport next() throws Exception {
        int before = output.reports.size();
        while (output.reports.size() == before) {
            reader.isAvailable().get(10, TimeUnit.SECONDS);
            reader.pollNext(output);
        }
        return output.reports.get(before);
    }

    @Test
    void handsOnHeadersAndThenWhatItHearsOfTheTip() throws Exception {
        reader.addSplits(List.of(BEGINNING));

        OptionalLong tip = OptionalLong.of(GoldenHeader.HEIGHT);
        assertThat(next()).isEqualTo(new HeaderReport("woc", List.of(GoldenHeader.header()), tip));
        assertThat(next()).isEqualTo(new HeaderReport("woc", List.of(), tip));
    }

    @Test
    void saysThatATrackerDoesNotAnswerAndGoesOnAsking() throws Exception {
        stub.behave(request -> new Reply(503, ""));
        reader.addSplits(List.of(BEGINNING));

        assertThat(next()).isEqualTo(new HeaderReport("woc", List.of(), OptionalLong.empty()));
        next();
        assertThat(stub.requests()).hasSizeGreaterThan(1);
    }

    @Test
    void remembersOnlyWhatItHandedOn() throws Exception {
        assertThat(reader.snapshotState(1)).isEmpty();
        reader.addSplits(List.of(BEGINNING));
        reader.isAvailable().get(10, TimeUnit.SECONDS);
        assertThat(positions()).containsEntry("woc", GoldenHeader.HEIGHT);

        next();
        assertThat(positions()).containsEntry("woc", GoldenHeader.HEIGHT + 1);
    }

    private Map<String, Long> positions() {
        return reader.snapshotState(1).get(0).positions();
    }

    @Test
    void asksNobodyBeforeItHasTheSplit() {
        assertThat(reader.isAvailable()).isNotDone();
        assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
        assertThat(stub.requests()).isEmpty();
    }

    @Test
    void givesItsSplitToOneReaderOnly() throws Exception {
        Map<Integer, List<HeaderFeedSplit>> assigned = new HashMap<>();
        BiConsumer<HeaderFeedSplit, Integer> assign =
                (split, subtask) ->
                        assigned.computeIfAbsent(subtask, key -> new ArrayList<>()).add(split);
        var enumerator = new HeaderFeedEnumerator(assign, Optional.of(BEGINNING));
        enumerator.addReader(1);
        enumerator.addReader(0);
        assertThat(assigned).isEqualTo(Map.of(1, List.of(BEGINNING)));
        assertThat(enumerator.snapshotState(1)).isEmpty();

        HeaderFeedSplit later = new HeaderFeedSplit(Map.of("woc", 7L));
        enumerator.addSplitsBack(List.of(later), 1);
        assertThat(enumerator.snapshotState(2)).contains(later);
        var restored = new HeaderFeedEnumerator(assign, enumerator.snapshotState(2));
        restored.addReader(0);
        assertThat(assigned.get(0)).containsExactly(later);
    }

    @Test
    void storesItsSplit() throws Exception {
        HeaderFeedSplit split = new HeaderFeedSplit(Map.of("b", 7L, "a", -1L));
        SimpleVersionedSerializer<HeaderFeedSplit> splits = feed.getSplitSerializer();
        byte[] bytes = splits.serialize(split);

        assertThat(bytes)
                .asHexString()
                .isEqualToIgnoringCase(
                        "0002" + "000161" + "ff".repeat(8) + "000162" + "00".repeat(7) + "07");
        assertThat(splits.deserialize(1, bytes)).isEqualTo(split);
        assertThatThrownBy(() -> splits.deserialize(2, bytes)).isInstanceOf(IOException.class);
        var optional = feed.getEnumeratorCheckpointSerializer();
        for (Optional<HeaderFeedSplit> each :
                List.of(Optional.of(split), Optional.<HeaderFeedSplit>empty())) {
            assertThat(optional.deserialize(1, optional.serialize(each))).isEqualTo(each);
        }
    }

    /** Keeps what is handed on; there is nothing else that this reader does with it. */
    private static final class Collected implements ReaderOutput<HeaderReport> {
        private final List<HeaderReport> reports = new ArrayList<>();

        @Override
        public void collect(HeaderReport report) {
            reports.add(report);
        }

        @Override
        public void collect(HeaderReport report, long timestamp) {
            throw new IllegalStateException("a report has no timestamp");
        }

        @Override
        public void emitWatermark(Watermark watermark) {
            throw new IllegalStateException("a feed has no watermarks");
        }

        @Override
        public void markIdle() {}

        @Override
        public void markActive() {}

        @Override
        public SourceOutput<HeaderReport> createOutputForSplit(String splitId) {
            return this;
        }

        @Override
        public void releaseOutputForSplit(String splitId) {}
    }
}
