package org.brisket.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.util.InstantiationUtil;
import org.brisket.protocol.submission.KafkaRecord;
import org.junit.jupiter.api.Test;

class KafkaRecordSourceTest {
    private static final KafkaSettings SETTINGS =
            new KafkaSettings(
                    "localhost:9092",
                    "group",
                    "prefix",
                    600_000,
                    Map.of("isolation.level", "read_uncommitted", "fetch.min.bytes", "7"));

    @Test
    void readsOnlyCommittedRecordsWhateverTheClientPropertiesSay() {
        assertThat(KafkaRecordSource.properties(SETTINGS, true))
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("fetch.min.bytes", "7")
                .containsEntry("register.consumer.metrics", "false");
    }

    @Test
    void isBuiltForBothStartsAndTravelsToTheTaskManagers() throws Exception {
        for (StartingOffsets start : StartingOffsets.values()) {
            KafkaSource<KafkaRecord> source =
                    KafkaRecordSource.create(SETTINGS, "group", List.of("in"), start, true);

            assertThat(InstantiationUtil.clone(source).getProducedType())
                    .isEqualTo(new KafkaRecordType());
        }
    }
}
