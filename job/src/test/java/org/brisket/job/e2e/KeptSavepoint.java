package org.brisket.job.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.brisket.job.config.BrisketConfig;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefLimits;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.transaction.Transaction;

/**
 * A savepoint of some version in a directory of its own, and beside it what went in, what came out,
 * what must be in it, and what to send next.
 */
record KeptSavepoint(Path directory) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASKETS =
            "basket-manager: {baskets: [btms/p btms, inventory/stock]}\n";

    static KeptSavepoint ofResource(String name) throws URISyntaxException {
        return new KeptSavepoint(
                Path.of(KeptSavepoint.class.getResource("/savepoints/" + name).toURI()));
    }

    /** What the job was and is configured with. */
    static BrisketConfig config(SimulatedWorld world) {
        // However busy the machine is, slow answers are not what this is about.
        String patient = world.configYaml().replace("spv:\n", "spv:\n  validation-timeout: 60 s\n");
        return BrisketConfig.load(patient + BASKETS);
    }

    /** Flink's own files. */
    Path savepoint() {
        return directory.resolve("savepoint");
    }

    /** The submissions before it. */
    Path submissions() {
        return directory.resolve("submissions.txt");
    }

    /** The decisions that its transaction committed and that it has not read. */
    Path decisions() {
        return directory.resolve("decisions.txt");
    }

    /** Submissions that build on what it holds. */
    Path later() {
        return directory.resolve("later.txt");
    }

    /** The results before it, one line of JSON each. */
    Path results() {
        return directory.resolve("results.jsonl");
    }

    /** Its ledgers, see {@link LedgerState#toLine}. */
    Path ledgers() {
        return directory.resolve("ledgers.txt");
    }

    SortedMap<String, LedgerState> readLedgers() throws IOException {
        SortedMap<String, LedgerState> ledgers = new TreeMap<>();
        for (String line : Files.readAllLines(ledgers())) {
            LedgerState ledger = LedgerState.ofLine(line);
            ledgers.put(ledger.ledger(), ledger);
        }
        return ledgers;
    }

    Map<String, JsonNode> readResults() throws IOException {
        return byId(Files.readAllLines(results()));
    }

    /** The results that a topic holds, by submission; no submission has two. */
    static Map<String, JsonNode> results(SimulatedWorld world) throws IOException {
        return byId(
                world.readCommitted("beef-results").stream()
                        .map(ConsumerRecord::value)
                        .map(value -> new String(value, UTF_8))
                        .toList());
    }

    private static Map<String, JsonNode> byId(List<String> lines) throws IOException {
        Map<String, JsonNode> results = new HashMap<>();
        for (String line : lines) {
            JsonNode result = JSON.readTree(line);
            String id = result.path("submissionId").asText();
            if (results.put(id, result) != null) {
                throw new AssertionError("two results of " + id);
            }
        }
        return results;
    }

    static String submissionId(ProducerRecord<byte[], byte[]> submission) {
        return new String(submission.headers().lastHeader("brisket-submission-id").value(), UTF_8);
    }

    /** The transaction that a submission of {@link SavepointTraffic} is about: its BEEF's last. */
    static Transaction subject(ProducerRecord<byte[], byte[]> submission) {
        try {
            Beef beef = Beef.parse(submission.value(), BeefLimits.DEFAULT);
            return beef.entries().get(beef.entries().size() - 1).transaction().orElseThrow();
        } catch (MalformedException e) {
            throw new IllegalStateException("BEEF of " + submissionId(submission), e);
        }
    }
}
