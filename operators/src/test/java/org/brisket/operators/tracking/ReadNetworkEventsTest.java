package org.brisket.operators.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.operators.ExampleRecords.parsed;
import static org.brisket.operators.ExampleRecords.record;
import static org.brisket.operators.ExampleRecords.text;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.brisket.operators.MeteredContext;
import org.brisket.operators.metrics.Metric;
import org.brisket.protocol.beef.BeefExamples;
import org.brisket.protocol.bytes.Hex;
import org.brisket.state.tracking.NetworkNews;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadNetworkEventsTest {
    private static final String PARENT = BeefExamples.BRC_62_PARENT;
    private static final String PATH = Hex.encode(parsed().bumps().get(0).toBytes());

    private final List<NetworkNews> news = new ArrayList<>();
    private final MeteredContext context = new MeteredContext();
    private final ReadNetworkEvents step = new ReadNetworkEvents();

    @BeforeEach
    void open() {
        step.setRuntimeContext(context);
        step.open(DefaultOpenContext.INSTANCE);
    }

    private void read(String event) {
        step.flatMap(record(text(event)), new ListCollector<>(news));
    }

    private long malformed() {
        return context.counter(Metric.MALFORMED_NETWORK_EVENTS);
    }

    @ParameterizedTest
    @CsvSource({
        "SEEN_ON_NETWORK, true",
        "SEEN_MULTIPLE_NODES, true",
        "STORED, false",
        "REJECTED, false",
        "MINED, false",
        "'', false"
    })
    void readsAStatusAsAHint(String status, boolean seen) {
        read("{\"txid\":\"" + PARENT + "\",\"txStatus\":\"" + status + "\"}");

        assertThat(news).hasSize(1);
        assertThat(news.get(0).txid()).hasToString(PARENT);
        assertThat(news.get(0).seenOnNetwork()).isEqualTo(seen);
        assertThat(news.get(0).proof()).isEmpty();
        assertThat(malformed()).isZero();
    }

    @Test
    void readsTheRootThatAMerklePathLeadsTo() {
        read(
                "{\"txid\":\""
                        + PARENT
                        + "\",\"txStatus\":\"MINED\",\"merklePath\":\""
                        + PATH
                        + "\",\"blockHeight\":1}");

        assertThat(news.get(0).proof().orElseThrow().height()).isEqualTo(814_435);
        assertThat(news.get(0).proof().orElseThrow().root()).hasToString(BeefExamples.BRC_62_ROOT);
        assertThat(news.get(0).path().orElseThrow().provenTxids())
                .containsExactly(news.get(0).txid());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\""})
    void readsAnAbsentMerklePath(String path) {
        read("{\"txid\":\"" + PARENT + "\",\"merklePath\":" + path + "}");

        assertThat(news.get(0).proof()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "\"text\"",
                "{}",
                "{\"txid\":",
                "not json",
                "{\"txid\":\"abc\"}",
                "{\"txid\":null}",
                "{\"txid\":[\"3ecead27a44d013ad1aae40038acbb1883ac9242406808bb4667c15b4f164eac\"]}"
            })
    void dropsAndCountsWhatIsNoEvent(String event) {
        read(event);

        assertThat(news).isEmpty();
        assertThat(malformed()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz", "00", "fe636d0c00", "[]"})
    void dropsAndCountsAnEventWithAMalformedPath(String path) {
        read("{\"txid\":\"" + PARENT + "\",\"merklePath\":\"" + path + "\"}");

        assertThat(news).isEmpty();
        assertThat(malformed()).isEqualTo(1);
    }

    @Test
    void dropsAndCountsAPathThatDoesNotHoldTheTransaction() {
        read("{\"txid\":\"" + "00".repeat(32) + "\",\"merklePath\":\"" + PATH + "\"}");

        assertThat(news).isEmpty();
        assertThat(malformed()).isEqualTo(1);
    }

    @Test
    void dropsAndCountsDeeplyNestedJson() {
        read("[".repeat(100_000));

        assertThat(malformed()).isEqualTo(1);
    }

    @Test
    void goesOnAfterAMalformedEvent() {
        read("{");
        read("{\"txid\":\"" + PARENT + "\"}");

        assertThat(news).hasSize(1);
    }

    @Test
    void leavesHeadersToWhoReadsThem() {
        read("{\"type\":\"headers\",\"headers\":[]}");

        assertThat(news).isEmpty();
        assertThat(malformed()).isZero();
    }
}
