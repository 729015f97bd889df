package org.brisket.job.e2e.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.brisket.job.local.traffic.KafkaClients;
import org.brisket.protocol.hash.Txid;

/** Asks the running job what it holds of transactions. */
final class PhaseQuestions implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final ObjectMapper json = new ObjectMapper();
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> reader;
    private int round;

    PhaseQuestions(KafkaClients clients) {
        Map<TopicPartition, Long> begin = clients.ends(List.of("state-answers"));
        producer = clients.producer();
        reader = clients.committedReader();
        reader.assign(begin.keySet());
        begin.forEach(reader::seek);
    }

    /** The phase of each of these that the job ever decided, in the public word for it. */
    Map<Txid, String> phasesOf(Collection<Txid> txids) throws IOException {
        round++;
        Map<String, Txid> open = new HashMap<>();
        for (Txid txid : txids) {
            String id = txid + "-" + round;
            open.put(id, txid);
            producer.send(new ProducerRecord<>("state-queries", question(id, txid)));
        }
        producer.flush();
        return read(open);
    }

    private static byte[] question(String id, Txid txid) {
        return "{\"query\": \"transaction\", \"id\": \"%s\", \"txid\": \"%s\"}"
                .formatted(id, txid)
                .getBytes(StandardCharsets.UTF_8);
    }

    private Map<Txid, String> read(Map<String, Txid> open) throws IOException {
        Map<Txid, String> phases = new HashMap<>();
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!open.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("no answers about " + open.keySet());
            }
            for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
                JsonNode answer = json.readTree(record.value());
                // The tracker's own; those of ledgers have no such field.
                if (answer.has("answersToCome")) {
                    Txid txid = open.remove(answer.path("id").asText());
                    if (txid != null && answer.has("phase")) {
                        phases.put(txid, answer.path("phase").asText());
                    }
                }
            }
        }
        return phases;
    }

    @Override
    public void close() {
        producer.close();
        reader.close();
    }
}
