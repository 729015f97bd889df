package org.brisket.job.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.brisket.job.audit.AuditResult;
import org.brisket.job.audit.flink.AuditRun;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A savepoint that an earlier build wrote goes on in this one, on one subtask, two, three and one
 * again, as if nothing had happened.
 */
class KeptSavepointITCase {
    static final int[] PARALLELISMS = {1, 2, 3, 1};

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String ANY = "TOPIC:tm_any";

    @TempDir Path directory;

    private KeptSavepoint kept;
    private Map<String, JsonNode> first;
    private List<ProducerRecord<byte[], byte[]>> submissions;
    private SortedMap<String, LedgerState> expected;
    private SimulatedWorld world;
    private KafkaProducer<byte[], byte[]> producer;

    @AfterEach
    void stop() {
        if (world != null) {
            producer.close();
            world.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "v1")
    void goesOnFrom(String version) throws Exception {
        open(version);
        String savepoint = kept.savepoint().toUri().toString();
        assertHoldsWhatIsExpected(savepoint);
        world = RestoredWorld.start(kept);
        producer = world.producer();
        savepoint = PendingTransactions.remove(kept.savepoint(), directory.resolve("kept"));
        try (OverlayMiniCluster cluster =
                OverlayMiniCluster.restore(
                        KeptSavepoint.config(world), directory, savepoint, PARALLELISMS[0])) {
            assertUndecidedAreAdmitted();
            for (int step = 0; step < PARALLELISMS.length; step++) {
                if (step > 0) {
                    cluster.restore(savepoint, PARALLELISMS[step]);
                }
                assertAnswersAsBefore(step);
                assertThat(cluster.restarts()).as("the savepoint alone was restored").isEqualTo(1);
                savepoint = cluster.stop();
                assertHoldsWhatIsExpected(savepoint);
            }
        }
    }

    private void open(String version) throws Exception {
        kept = KeptSavepoint.ofResource(version);
        first = kept.readResults();
        submissions = RecordFile.read(kept.submissions());
        expected = kept.readLedgers();
    }

    private void assertHoldsWhatIsExpected(String savepoint) throws Exception {
        assertThat(new SavepointContents(savepoint).ledgers()).isEqualTo(expected);
        AuditResult audit = new AuditRun(savepoint, List.of(), 10).run(progress -> {});
        assertThat(audit.first()).isEmpty();
    }

    private void assertUndecidedAreAdmitted() throws Exception {
        List<String> undecided =
                submissions.stream()
                        .map(KeptSavepoint::submissionId)
                        .filter(id -> !first.containsKey(id))
                        .toList();
        assertThat(undecided).isNotEmpty();
        Map<String, JsonNode> results = awaitResults(undecided);
        for (String id : undecided) {
            assertThat(results.get(id).path("status").asText()).as(id).isEqualTo("admitted");
        }
    }

    private void assertAnswersAsBefore(int step) throws Exception {
        List<ProducerRecord<byte[], byte[]>> sent = new ArrayList<>();
        for (ProducerRecord<byte[], byte[]> submission : submissions) {
            if (isRepeatable(KeptSavepoint.submissionId(submission))) {
                sent.add(again(submission, step));
            }
        }
        assertThat(sent).hasSizeGreaterThan(20);
        List<ProducerRecord<byte[], byte[]>> later =
                RecordFile.read(kept.later()).stream()
                        .filter(each -> KeptSavepoint.submissionId(each).endsWith("-" + step))
                        .toList();
        sent.addAll(later);
        sent.forEach(producer::send);
        producer.flush();

        Map<String, JsonNode> results =
                awaitResults(sent.stream().map(KeptSavepoint::submissionId).toList());
        first.keySet().stream()
                .filter(this::isRepeatable)
                .forEach(id -> assertSame(id, results.get("again-" + step + "-" + id)));
        assertConflict(results.get("conflict-" + step));
        assertAdmitted(later.get(1), results.get("new-" + step));
    }

    /** What was rolled back, with what stood on it, or refused would be tried once more. */
    private boolean isRepeatable(String id) {
        JsonNode result = first.get(id);
        return result != null
                && !id.equals("free-child")
                && (result.path("status").asText().equals("admitted") || id.equals("loser"));
    }

    private static ProducerRecord<byte[], byte[]> again(
            ProducerRecord<byte[], byte[]> submission, int step) {
        String id = "again-" + step + "-" + KeptSavepoint.submissionId(submission);
        var record =
                new ProducerRecord<>(
                        submission.topic(),
                        submission.partition(),
                        submission.key(),
                        submission.value(),
                        submission.headers());
        record.headers().remove("brisket-submission-id");
        record.headers().add("brisket-submission-id", id.getBytes(UTF_8));
        return record;
    }

    private void assertSame(String id, JsonNode again) {
        for (String field :
                List.of("status", "txid", "steak", "baskets", "refusedBy", "reason", "detail")) {
            assertThat(again.path(field)).as(id).isEqualTo(first.get(id).path(field));
        }
    }

    private void assertConflict(JsonNode result) {
        String winner = first.get("winner").path("txid").asText();
        JsonNode refusal = result.path("refusedBy").path(ANY);
        assertThat(refusal.path("reason").asText()).isEqualTo("COIN_ALREADY_SPENT");
        assertThat(refusal.path("detail").asText()).endsWith("is spent by " + winner);
    }

    /** Its fee comes from elsewhere, by input 0; the other inputs are coins of the topic. */
    private void assertAdmitted(ProducerRecord<byte[], byte[]> submission, JsonNode result)
            throws Exception {
        assertThat(result.path("status").asText()).as("%s", result).isEqualTo("admitted");
        Transaction made = KeptSavepoint.subject(submission);
        List<Outpoint> spent =
                IntStream.range(1, made.inputCount()).mapToObj(made::previousOutput).toList();
        List<Outpoint> admitted =
                IntStream.range(0, made.outputCount())
                        .mapToObj(output -> new Outpoint(made.txid(), output))
                        .toList();
        expected.put(ANY, expected.get(ANY).after(spent, admitted));
    }

    private Map<String, JsonNode> awaitResults(List<String> ids) throws Exception {
        Await.until(
                "the results of " + ids,
                LIMIT,
                () -> KeptSavepoint.results(world).keySet().containsAll(Set.copyOf(ids)),
                world::describe);
        return KeptSavepoint.results(world);
    }
}
