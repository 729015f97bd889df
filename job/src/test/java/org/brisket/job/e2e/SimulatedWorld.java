package org.brisket.job.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.brisket.job.config.BrisketConfig;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.Header;
import org.brisket.simulator.broker.EmbeddedKafka;
import org.brisket.simulator.chain.Block;
import org.brisket.simulator.chain.FundingPlan;
import org.brisket.simulator.chain.SimulatedChain;
import org.brisket.simulator.http.SimulatedNetwork;
import org.brisket.simulator.http.SimulatedNetworkOptions;
import org.brisket.simulator.workload.PlannedSubmission;
import org.brisket.simulator.workload.Workload;

/** What surrounds the job in a test: a real broker, and the simulated network over real HTTP. */
public final class SimulatedWorld implements AutoCloseable {
    static final List<String> TOPICS =
            List.of(
                    "beef-submissions",
                    "beef-results",
                    "beef-admissions",
                    "beef-rollbacks",
                    "beef-rejections",
                    "decisions",
                    "network-events",
                    "state-queries",
                    "state-answers",
                    "beef-transactions");
    private static final int PARTITIONS = 2;

    private final EmbeddedKafka kafka;
    private final SimulatedNetwork network;

    private SimulatedWorld(EmbeddedKafka kafka, SimulatedNetwork network) {
        this.kafka = kafka;
        this.network = network;
    }

    public static SimulatedWorld start(long seed, Workload workload) {
        return start(seed, workload.funding());
    }

    /** With the coins of a funding plan of the same seed. */
    public static SimulatedWorld start(long seed, FundingPlan funding) {
        return start(new SimulatedChain(seed, funding));
    }

    static SimulatedWorld start(SimulatedChain chain) {
        EmbeddedKafka kafka = EmbeddedKafka.start();
        Map<String, Integer> topics = new HashMap<>();
        TOPICS.forEach(topic -> topics.put(topic, PARTITIONS));
        kafka.createTopics(topics);
        SimulatedNetwork network =
                SimulatedNetwork.start(chain, SimulatedNetworkOptions.defaults());
        return new SimulatedWorld(kafka, network);
    }

    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    public SimulatedNetwork network() {
        return network;
    }

    public BrisketConfig config() {
        return BrisketConfig.load(configYaml());
    }

    /** The configuration file for a job in this world. */
    public String configYaml() {
        return """
                kafka:
                  bootstrap-servers: %s
                spv:
                  chain-trackers:
                    - {name: whatsonchain, kind: whats-on-chain, url: "%s"}
                    - {name: headers, kind: block-headers-service, url: "%s"}
                    - {name: chaintracks, kind: chaintracks, url: "%s"}
                  headers:
                    rules: regtest
                    start-height: %d
                    start-hash: %s
                    poll-interval: 100 ms
                extended-format-broadcasting:
                  refusal-deadline: 2 s
                  status-poll-interval: 200 ms
                  endpoints:
                    - {name: arc-1, url: "%s"}
                    - {name: arc-2, url: "%s"}
                """
                .formatted(
                        kafka.bootstrapServers(),
                        network.whatsOnChain().url(),
                        network.blockHeadersService().url(),
                        network.chaintracks().url(),
                        SimulatedChain.FIRST_HEIGHT,
                        network.chain().at(SimulatedChain.FIRST_HEIGHT).orElseThrow().hash(),
                        network.arcs().get(0).url(),
                        network.arcs().get(1).url());
    }

    public KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "linger.ms", "5"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Sends the next so many submissions and waits until the broker has them. */
    public static void send(
            Iterator<PlannedSubmission> submissions,
            int count,
            KafkaProducer<byte[], byte[]> producer) {
        for (int i = 0; i < count; i++) {
            producer.send(record(submissions.next()));
        }
        producer.flush();
    }

    public static ProducerRecord<byte[], byte[]> record(PlannedSubmission planned) {
        byte[] key = planned.key().length == 0 ? null : planned.key();
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>("beef-submissions", key, planned.value());
        for (Header header : planned.headers()) {
            record.headers().add(header.name(), header.value());
        }
        return record;
    }

    /**
     * How far a topic reaches for read_committed readers, over all partitions. Transaction markers
     * take offsets too, so this is an upper bound of its records.
     */
    public long endOfTopic(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return consumer.endOffsets(partitions(topic)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /** Everything that a topic holds for read_committed readers. */
    public List<ConsumerRecord<byte[], byte[]>> readCommitted(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    /** As {@link #readCommitted}, the values only, which are JSON. */
    public List<JsonNode> values(String topic) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> values = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : readCommitted(topic)) {
            values.add(json.readTree(record.value()));
        }
        return values;
    }

    /** Says in the network's events that a block holds a transaction, with its path. */
    void prove(Txid txid, Block block, KafkaProducer<byte[], byte[]> producer) {
        byte[] path = network.chain().proof(block.height(), block.txids().indexOf(txid)).toBytes();
        String event =
                "{\"txid\": \"%s\", \"txStatus\": \"MINED\", \"merklePath\": \"%s\"}"
                        .formatted(txid, Hex.encode(path));
        producer.send(new ProducerRecord<>("network-events", event.getBytes(UTF_8)));
        producer.flush();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000);
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(String topic) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            partitions.add(new TopicPartition(topic, partition));
        }
        return partitions;
    }

    /** How far each topic reaches, committed and at all, and which transactions are open. */
    public String describe() throws Exception {
        StringBuilder text = new StringBuilder();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            for (String topic : TOPICS) {
                text.append("\n").append(topic);
                for (TopicPartition partition : partitions(topic)) {
                    text.append(" ").append(end(admin, partition, IsolationLevel.READ_COMMITTED));
                    text.append("/");
                    text.append(end(admin, partition, IsolationLevel.READ_UNCOMMITTED));
                }
            }
            admin.listTransactions().all().get().stream()
                    .filter(listing -> listing.state() != TransactionState.COMPLETE_COMMIT)
                    .filter(listing -> listing.state() != TransactionState.COMPLETE_ABORT)
                    .forEach(listing -> text.append("\n").append(listing));
        }
        return text.toString();
    }

    private static long end(Admin admin, TopicPartition partition, IsolationLevel level)
            throws Exception {
        return admin.listOffsets(
                        Map.of(partition, OffsetSpec.latest()), new ListOffsetsOptions(level))
                .partitionResult(partition)
                .get()
                .offset();
    }

    @Override
    public void close() {
        network.close();
        kafka.close();
    }
}
