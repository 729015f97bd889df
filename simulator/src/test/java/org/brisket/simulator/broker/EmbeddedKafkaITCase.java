package org.brisket.simulator.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaITCase {

    @Test
    void showsReadCommittedConsumersOnlyWhatWasCommitted() {
        try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
            kafka.createTopic("numbers", 2);
            kafka.createTopics(Map.of("numbers", 2, "letters", 1));
            try (KafkaProducer<String, String> producer = producer(kafka)) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("numbers", "k", "aborted"));
                producer.abortTransaction();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("numbers", "k", "committed"));
                producer.commitTransaction();
            }
            assertThat(readCommitted(kafka, "numbers", 1)).containsExactly("committed");
        }
    }

    @Test
    void keepsItsTopicsInAGivenDirectoryOverARestart(@TempDir Path directory) {
        BrokerOptions options = BrokerOptions.defaults().withDirectory(directory);
        try (EmbeddedKafka kafka = EmbeddedKafka.start(options)) {
            kafka.createTopic("numbers", 1);
            try (KafkaProducer<String, String> producer = producer(kafka)) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("numbers", "k", "kept"));
                producer.commitTransaction();
            }
        }
        try (EmbeddedKafka kafka = EmbeddedKafka.start(options)) {
            assertThat(readCommitted(kafka, "numbers", 1)).containsExactly("kept");
        }
        assertThat(Files.exists(directory.resolve("data"))).isTrue();
    }

    @Test
    void saysInOneLineThatAPortIsInUse() throws IOException {
        try (ServerSocket owner = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            BrokerOptions options = BrokerOptions.defaults().withPort(owner.getLocalPort());
            assertThatThrownBy(() -> EmbeddedKafka.start(options))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessage(
                            "port %d on 127.0.0.1 is in use: stop its owner or choose another",
                            owner.getLocalPort());
        }
    }

    private static KafkaProducer<String, String> producer(EmbeddedKafka kafka) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "transactional.id",
                        "test",
                        // Above Kafka's own default maximum of 15 minutes, as our sinks need it.
                        "transaction.timeout.ms",
                        "" + Duration.ofHours(2).toMillis()),
                new StringSerializer(),
                new StringSerializer());
    }

    private static List<String> readCommitted(EmbeddedKafka kafka, String topic, int count) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                kafka.bootstrapServers(),
                                "group.id",
                                "test",
                                "auto.offset.reset",
                                "earliest",
                                "isolation.level",
                                "read_committed"),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            Instant deadline = Instant.now().plusSeconds(60);
            while (values.size() < count) {
                assertThat(Instant.now()).as("%s of %s values", values, count).isBefore(deadline);
                consumer.poll(Duration.ofMillis(200)).forEach(r -> values.add(r.value()));
            }
        }
        return values;
    }
}
