package org.brisket.job.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;
import org.brisket.job.transactions.PartitionState.Writer;
import org.junit.jupiter.api.Test;

class TransactionAdminTest {
    private static final TopicPartition PLACE = new TopicPartition("decisions", 1);

    @Test
    void knowsTheIdsOfItsOwnJobOnly() {
        TransactionIds ids = new TransactionIds("a.b");

        assertThat(ids.test("a.b-0-17")).isTrue();
        assertThat(ids.test("a.b-2-0-17")).isFalse();
        assertThat(ids.test("axb-0-17")).isFalse();
        assertThat(ids.test("a.b")).isFalse();
    }

    @Test
    void callsAWriterWithoutATransactionHanging() {
        Writer known = new Writer(1, 0, 0, 5, 0);
        Writer unknown = new Writer(2, 0, 0, 7, 0);
        PartitionState place = new PartitionState(PLACE, 5, 9, List.of(known, unknown));

        assertThat(TransactionAdmin.hanging(List.of(place), Set.of(1L, 3L)))
                .singleElement()
                .satisfies(hanging -> assertThat(hanging.name()).isEqualTo("decisions-1:2"));
        assertThat(place.lag()).isEqualTo(4);
    }

    @Test
    void tellsTheAgeOfWhatHasBegun() {
        assertThat(described(OptionalLong.of(1_000)).age(Instant.ofEpochMilli(4_000)))
                .isEqualTo(Duration.ofSeconds(3));
        assertThat(described(OptionalLong.of(9_000)).age(Instant.ofEpochMilli(4_000)))
                .isEqualTo(Duration.ZERO);
        assertThat(described(OptionalLong.empty()).age(Instant.ofEpochMilli(4_000)))
                .isEqualTo(Duration.ZERO);
    }

    private static OpenTransaction described(OptionalLong started) {
        return OpenTransaction.of(
                "a-0-0",
                new TransactionDescription(
                        1, TransactionState.ONGOING, 2, 3, 60_000, started, Set.of(PLACE)));
    }
}
