package org.brisket.job.local.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.brisket.job.config.KafkaTopics;
import org.brisket.operators.decision.DecisionRecords;
import org.brisket.operators.output.RejectionHeaders;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.Header;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.state.coordination.Decision;

/**
 * Reads the records of the job's output topics, the decisions included, into {@link Answers} and
 * {@link Records}.
 */
public final class OutputReader {
    private final ObjectMapper json = new ObjectMapper();
    private final KafkaTopics topics;
    private final Answers answers;
    private final Records records;

    public OutputReader(KafkaTopics topics, Answers answers, Records records) {
        this.topics = topics;
        this.answers = answers;
        this.records = records;
    }

    /** The topics that it can read. */
    public List<String> topics() {
        return List.of(
                topics.results(),
                topics.admissions(),
                topics.rollbacks(),
                topics.rejections(),
                topics.decisions());
    }

    public void read(ConsumerRecord<byte[], byte[]> record, long seenNanos) {
        String topic = record.topic();
        if (topic.equals(topics.results())) {
            readResult(parse(record), seenNanos);
        } else if (topic.equals(topics.admissions())) {
            readAdmission(parse(record));
        } else if (topic.equals(topics.rollbacks())) {
            JsonNode undone = parse(record);
            if (undone.has("incident")) {
                records.incident(undone.path("txid").asText());
            } else {
                records.rolledBack(undone.path("txid").asText(), undone.path("reason").asText());
            }
        } else if (topic.equals(topics.rejections())) {
            readDeadLetter(toKafkaRecord(record));
        } else if (topic.equals(topics.decisions())) {
            readDecision(DecisionRecords.read(toKafkaRecord(record)));
        }
    }

    /** A proof follows an admission, but is none. */
    private void readAdmission(JsonNode admission) {
        if (!admission.has("ledgers")) {
            return;
        }
        List<String> ledgers = new ArrayList<>();
        admission.path("ledgers").fieldNames().forEachRemaining(ledgers::add);
        records.admitted(admission.path("txid").asText(), ledgers);
    }

    private void readResult(JsonNode result, long seenNanos) {
        answers.answered(
                result.path("submissionId").asText(),
                new ObservedResult(
                        result.path("status").asText(),
                        result.path("reason").asText(),
                        result.path("detail").asText(),
                        result.path("txid").asText(),
                        result.has("steak") ? result.get("steak").toString() : "",
                        seenNanos));
    }

    private void readDeadLetter(KafkaRecord letter) {
        List<Header> original =
                letter.headers().stream()
                        .filter(header -> !header.name().startsWith(RejectionHeaders.PREFIX))
                        .toList();
        records.deadLetter(
                text(letter, RejectionHeaders.SUBMISSION_ID),
                new DeadLetter(
                        text(letter, RejectionHeaders.CODE),
                        RecordFingerprint.of(letter.key(), letter.value(), original)));
    }

    private static String text(KafkaRecord letter, String header) {
        return letter.header(header).map(Header::text).orElse("");
    }

    private void readDecision(Decision decision) {
        if (decision instanceof Decision.Commit commit) {
            List<Txid> txids = new ArrayList<>();
            txids.add(commit.txid());
            commit.transactions().forEach(extended -> txids.add(txid(extended)));
            records.committed(txids);
        }
    }

    private static Txid txid(byte[] extended) {
        try {
            return ExtendedTransaction.parse(extended).transaction().txid();
        } catch (MalformedException e) {
            throw new IllegalStateException("a decision holds a malformed transaction", e);
        }
    }

    private JsonNode parse(ConsumerRecord<byte[], byte[]> record) {
        try {
            return json.readTree(record.value());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "record %s-%d-%d is not JSON"
                            .formatted(record.topic(), record.partition(), record.offset()),
                    e);
        }
    }

    private static KafkaRecord toKafkaRecord(ConsumerRecord<byte[], byte[]> record) {
        List<Header> headers = new ArrayList<>();
        record.headers().forEach(header -> headers.add(new Header(header.key(), header.value())));
        return new KafkaRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key() == null ? new byte[0] : record.key(),
                record.value() == null ? new byte[0] : record.value(),
                headers);
    }
}
