package org.brisket.operators.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.operators.ExampleRecords.record;
import static org.brisket.operators.ExampleRecords.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.brisket.operators.MeteredContext;
import org.brisket.operators.metrics.Metric;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.header.BlockHeader;
import org.brisket.protocol.header.HeaderMine;
import org.brisket.protocol.header.HeaderReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadHeaderEventsTest {
    private static final String ANCHOR = Hex.encode(ExampleChain.ANCHOR.toBytes());

    private final MeteredContext context = new MeteredContext();
    private final ReadHeaderEvents step = new ReadHeaderEvents();
    private final List<HeaderReport> reports = new ArrayList<>();

    @BeforeEach
    void open() {
        step.setRuntimeContext(context);
        step.open(DefaultOpenContext.INSTANCE);
    }

    private void read(String event) {
        step.flatMap(record(text(event)), new ListCollector<>(reports));
    }

    private static String event(List<String> headers) {
        return "{\"type\":\"headers\",\"headers\":[\"%s\"]}"
                .formatted(String.join("\",\"", headers));
    }

    private static boolean isValid(String event) throws Exception {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(
                                Path.of("..", "docs", "schemas", "network-events.schema.json")
                                        .toUri());
        JsonNode json = new ObjectMapper().readTree(event);
        return schema.validate(json).isEmpty();
    }

    @Test
    void readsHeadersAsTheSchemaDescribesThem() throws Exception {
        List<BlockHeader> chain = HeaderMine.branch(ExampleChain.ANCHOR, 2, 1);
        String event = event(chain.stream().map(header -> Hex.encode(header.toBytes())).toList());
        read(event);

        assertThat(isValid(event)).isTrue();
        assertThat(reports).containsExactly(new HeaderReport("", chain, OptionalLong.empty()));
        assertThat(context.counter(Metric.MALFORMED_HEADER_EVENTS)).isZero();
    }

    @Test
    void doesNotMindTheOrderOfFieldsAndFurtherOnes() {
        read("{\"more\":{\"type\":\"x\"},\"headers\":[\"" + ANCHOR + "\"],\"type\":\"headers\"}");

        assertThat(reports).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"txid\":\"00\",\"txStatus\":\"MINED\"}",
                "{\"txid\":\"00\",\"headers\":[\"00\"]}",
                "{\"type\":7}",
                "[{\"type\":\"headers\"}]",
                "7",
                "",
                "{\"type\":\"headers\""
            })
    void letsEverythingElsePass(String event) {
        read(event);

        assertThat(reports).isEmpty();
        assertThat(context.counter(Metric.MALFORMED_HEADER_EVENTS)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"headers\"}",
                "{\"type\":\"headers\",\"headers\":[]}",
                "{\"type\":\"headers\",\"headers\":\"00\"}",
                "{\"type\":\"headers\",\"headers\":[\"00\"]}",
                "{\"type\":\"headers\",\"headers\":[7]}",
                "{\"type\":\"headers\",\"headers\":[[\"00\"]]}"
            })
    void countsAndDropsHeadersThatAreNone(String event) throws Exception {
        read(event);

        assertThat(reports).isEmpty();
        assertThat(context.counter(Metric.MALFORMED_HEADER_EVENTS)).isEqualTo(1);
        assertThat(isValid(event)).isFalse();
    }

    @Test
    void boundsHowManyHeadersComeAtOnce() throws Exception {
        read(event(Collections.nCopies(2_000, ANCHOR)));
        assertThat(reports).hasSize(1);

        String tooMany = event(Collections.nCopies(2_001, ANCHOR));
        read(tooMany);
        assertThat(reports).hasSize(1);
        assertThat(context.counter(Metric.MALFORMED_HEADER_EVENTS)).isEqualTo(1);
        assertThat(isValid(tooMany)).isFalse();
    }
}
