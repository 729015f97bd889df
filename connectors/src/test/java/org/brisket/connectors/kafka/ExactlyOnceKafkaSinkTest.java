package org.brisket.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.brisket.protocol.submission.Header;
import org.brisket.protocol.submission.OutboundRecord;
import org.junit.jupiter.api.Test;

class ExactlyOnceKafkaSinkTest {
    private static final KafkaSettings SETTINGS =
            new KafkaSettings(
                    "localhost:9092",
                    "group",
                    "prod.overlay",
                    600_000,
                    Map.of(
                            "linger.ms", "20",
                            "acks", "0",
                            "enable.idempotence", "false",
                            "sasl.jaas.config", "password=hunter2"));

    @Test
    void isBuiltWithPooledTransactionsAndTravelsToTheTaskManagers() {
        assertThatCode(
                        () ->
                                InstantiationUtil.clone(
                                        ExactlyOnceKafkaSink.create(
                                                SETTINGS, List.of("results", "decisions"))))
                .doesNotThrowAnyException();
    }

    @Test
    void passesClientPropertiesOnButKeepsWhatExactlyOnceRestsOn() {
        Properties producer = ExactlyOnceKafkaSink.properties(SETTINGS);

        assertThat(producer)
                .containsEntry("linger.ms", "20")
                .containsEntry("sasl.jaas.config", "password=hunter2")
                .containsEntry("compression.type", "lz4")
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", "true")
                .containsEntry("transaction.timeout.ms", "600000");
    }

    @Test
    void namesAllTopicsForTheSearchOfOpenTransactions() {
        OutboundRecordWriter writer = new OutboundRecordWriter(List.of("results", "decisions"));

        assertThat(writer.getKafkaDatasetFacet().orElseThrow().getTopicIdentifier().getTopics())
                .containsExactly("decisions", "results");
    }

    @Test
    void writesTopicKeyValueAndHeadersOfTheRecord() {
        ProducerRecord<byte[], byte[]> produced =
                write(
                        new OutboundRecord(
                                "results",
                                new byte[] {1},
                                new byte[] {2},
                                List.of(Header.of("brisket-reason-code", "BEEF_MALFORMED"))));

        assertThat(produced.topic()).isEqualTo("results");
        assertThat(produced.key()).containsExactly(1);
        assertThat(produced.value()).containsExactly(2);
        assertThat(produced.partition()).isNull();
        assertThat(new String(produced.headers().lastHeader("brisket-reason-code").value()))
                .isEqualTo("BEEF_MALFORMED");
    }

    @Test
    void writesAnEmptyKeyAsNoKey() {
        assertThat(write(new OutboundRecord("results", new byte[0], new byte[0], List.of())).key())
                .isNull();
    }

    @Test
    void refusesATopicThatItWasNotBuiltFor() {
        assertThatThrownBy(
                        () ->
                                write(
                                        new OutboundRecord(
                                                "other", new byte[0], new byte[0], List.of())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("other");
    }

    @Test
    void neverPrintsTheValueOfAProperty() {
        assertThat(SETTINGS.toString()).contains("sasl.jaas.config").doesNotContain("hunter2");
    }

    private static ProducerRecord<byte[], byte[]> write(OutboundRecord outbound) {
        return new OutboundRecordWriter(List.of("results")).serialize(outbound, null, null);
    }
}
