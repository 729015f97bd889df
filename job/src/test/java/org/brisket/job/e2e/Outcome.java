package org.brisket.job.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.brisket.operators.decision.DecisionRecords;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.simulator.workload.ExpectedVerdict;
import org.brisket.simulator.workload.PlannedSubmission;
import org.brisket.simulator.workload.Workload;
import org.brisket.state.coordination.Decision;

/** What the job wrote, and what must hold of it. */
public record Outcome(
        Map<String, List<JsonNode>> results,
        List<ConsumerRecord<byte[], byte[]>> rejections,
        Set<Txid> committed) {

    public static Outcome read(SimulatedWorld world) throws Exception {
        ObjectMapper json = new ObjectMapper();
        Map<String, List<JsonNode>> results = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : world.readCommitted("beef-results")) {
            JsonNode result = json.readTree(record.value());
            results.computeIfAbsent(result.get("submissionId").asText(), id -> new ArrayList<>())
                    .add(result);
        }
        return new Outcome(results, world.readCommitted("beef-rejections"), committed(world));
    }

    private static Set<Txid> committed(SimulatedWorld world) throws Exception {
        return commits(world).stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** Of each commit the subject, and the ancestors that had to be sent with it. */
    public static List<Set<Txid>> commits(SimulatedWorld world) throws Exception {
        List<Set<Txid>> commits = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : world.readCommitted("decisions")) {
            Decision decision = DecisionRecords.read(kafkaRecord(record));
            if (decision instanceof Decision.Commit commit) {
                Set<Txid> txids = new HashSet<>(Set.of(commit.txid()));
                for (byte[] extended : commit.transactions()) {
                    txids.add(ExtendedTransaction.parse(extended).transaction().txid());
                }
                commits.add(txids);
            }
        }
        return commits;
    }

    private static KafkaRecord kafkaRecord(ConsumerRecord<byte[], byte[]> record) {
        return new KafkaRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key(),
                record.value(),
                List.of());
    }

    /** The first submissions without a result, and what the network did with each. */
    public String missing(Workload workload, SimulatedWorld world) {
        return workload.stream()
                .filter(planned -> !results.containsKey(planned.submissionId()))
                .limit(20)
                .map(
                        planned ->
                                "\nno result for "
                                        + planned.submissionId()
                                        + " "
                                        + planned.kind()
                                        + planned.txid()
                                                .map(world.network().ledger()::postsOf)
                                                .orElse(List.of()))
                .collect(Collectors.joining());
    }

    /** G1: one result per submission, and it is the expected one. */
    public void assertOneExpectedResultEach(Workload workload) {
        List<String> wrong = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (PlannedSubmission planned : workload) {
            ids.add(planned.submissionId());
            List<JsonNode> given = results.getOrDefault(planned.submissionId(), List.of());
            if (given.size() != 1 || !matches(given.get(0), planned.expected())) {
                wrong.add(planned.kind() + " " + planned.expected() + " got " + given);
            }
        }
        assertThat(wrong).as("submissions without their one expected result").isEmpty();
        assertThat(results.keySet()).as("results of submissions").isEqualTo(ids);
    }

    private static boolean matches(JsonNode result, ExpectedVerdict expected) {
        String status = result.get("status").asText();
        if (expected.admitted()) {
            return status.equals("admitted");
        }
        return status.equals("rejected")
                && expected.allowsRejection(RejectionReason.valueOf(result.get("reason").asText()));
    }

    /** What was rejected lies with the dead letters as it came, once, with its reason. */
    public void assertRejectionsAreByteExact(Workload workload) {
        Map<String, ConsumerRecord<byte[], byte[]>> byId = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> rejection : rejections) {
            String id = header(rejection, "brisket-reason-submission-id");
            assertThat(byId.put(id, rejection)).as("second dead letter of " + id).isNull();
        }
        int expected = 0;
        for (PlannedSubmission planned : workload) {
            if (planned.expected().admitted()) {
                assertThat(byId).doesNotContainKey(planned.submissionId());
                continue;
            }
            expected++;
            ConsumerRecord<byte[], byte[]> rejection = byId.get(planned.submissionId());
            assertThat(rejection).as("dead letter of " + planned.submissionId()).isNotNull();
            assertThat(rejection.value()).isEqualTo(planned.value());
            for (var header : planned.headers()) {
                assertThat(rejection.headers().lastHeader(header.name()).value())
                        .isEqualTo(header.value());
            }
            RejectionReason.valueOf(header(rejection, "brisket-reason-code"));
        }
        assertThat(byId).hasSize(expected);
    }

    /** G3: the network was sent nothing that is not committed. */
    public void assertNetworkSawOnlyCommitted(SimulatedWorld world) {
        Set<Txid> posted = world.network().ledger().postedTxids();
        assertThat(posted).isNotEmpty();
        assertThat(committed).containsAll(posted);
    }

    /** G7: all submissions of one transaction to the same topics got the same answer. */
    public void assertRepeatsGotTheSameAnswer(Workload workload) {
        Map<Txid, JsonNode> first = new HashMap<>();
        int repeats = 0;
        for (PlannedSubmission planned : workload) {
            if (!planned.expected().admitted()) {
                continue;
            }
            JsonNode answer = results.get(planned.submissionId()).get(0).get("steak");
            JsonNode earlier = first.putIfAbsent(planned.txid().orElseThrow(), answer);
            if (earlier != null) {
                repeats++;
                assertThat(answer).as("answer to %s", planned.submissionId()).isEqualTo(earlier);
            }
        }
        assertThat(repeats).as("repeated submissions").isPositive();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value());
    }
}
