package org.brisket.job.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.brisket.simulator.network.AcceptanceOptions;
import org.brisket.simulator.network.NetworkLedger;
import org.brisket.simulator.network.PostedTransaction;

/**
 * A new broker and a new network that look as if they had been there before a kept savepoint. The
 * topics are filled up to where the savepoint reads on with records that nobody reads, and {@code
 * decisions} beyond it with what the savepoint's own transaction had committed.
 */
final class RestoredWorld {
    private static final byte[] FILLER = "nobody reads this".getBytes(UTF_8);

    private RestoredWorld() {}

    static SimulatedWorld start(KeptSavepoint kept) throws Exception {
        var contents = new SavepointContents(kept.savepoint().toUri().toString());
        Map<TopicPartition, Long> offsets = contents.offsets();
        SimulatedWorld world =
                SimulatedWorld.start(SavepointTraffic.seed(), SavepointTraffic.funding());
        try (KafkaProducer<byte[], byte[]> producer = world.producer()) {
            offsets.forEach((partition, offset) -> fill(partition, offset, producer));
            RecordFile.read(kept.decisions()).forEach(producer::send);
        }
        postWhatWasBroadcast(kept, world.network().ledger());
        return world;
    }

    private static void fill(
            TopicPartition partition, long offset, KafkaProducer<byte[], byte[]> producer) {
        for (long i = 0; i < offset; i++) {
            producer.send(
                    new ProducerRecord<>(partition.topic(), partition.partition(), null, FILLER));
        }
    }

    /** The network refuses again what it refused then. */
    private static void postWhatWasBroadcast(KeptSavepoint kept, NetworkLedger network)
            throws IOException {
        Set<String> answered = kept.readResults().keySet();
        for (ProducerRecord<byte[], byte[]> submission : RecordFile.read(kept.submissions())) {
            if (answered.contains(KeptSavepoint.submissionId(submission))) {
                var posted =
                        new PostedTransaction(KeptSavepoint.subject(submission), Optional.empty());
                network.post("before", posted, AcceptanceOptions.ALL_CHECKS);
            }
        }
    }
}
