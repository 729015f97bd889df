package org.brisket.operators.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.Header;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.query.StateAnswer;
import org.brisket.state.store.BlockProof;
import org.brisket.state.store.BroughtTransaction;
import org.brisket.state.tracking.SubmissionResult;
import org.brisket.state.tracking.TrackedTransaction;

/** Makes the records of the public topics. Field names and their order never change. */
public final class OutputRecords {
    /** A broker takes a million bytes or so unless it is told otherwise. */
    private static final int MAX_ANSWER_BYTES = 900_000;

    private final OutputTopics topics;
    private final ObjectMapper mapper = new ObjectMapper();
    private final OutputJson json = new OutputJson(mapper);
    private final AnswerJson answers = new AnswerJson(mapper, json);

    public OutputRecords(OutputTopics topics) {
        this.topics = topics;
    }

    /** The one final answer to a submission; the key is its id. */
    public OutboundRecord result(SubmissionResult result) {
        return record(topics.results(), result.submissionId(), json.result(result));
    }

    /** One line of the change log: what a transaction does in all of its ledgers. */
    public OutboundRecord admission(
            Txid txid, List<LedgerVerdict> ledgers, TrackedTransaction transaction) {
        return record(
                topics.admissions(), txid.toString(), json.admission(txid, ledgers, transaction));
    }

    /** The compensation of an admission. */
    public OutboundRecord rollback(Txid txid, TrackedTransaction transaction) {
        return record(topics.rollbacks(), txid.toString(), json.rollback(txid, transaction));
    }

    /** What the network has of a transaction that is undone. */
    public OutboundRecord incident(Txid txid, TrackedTransaction transaction) {
        return record(topics.rollbacks(), txid.toString(), json.incident(txid, transaction));
    }

    /** A line of the change log: a block holds an admitted transaction. */
    public OutboundRecord proof(Txid txid, BlockProof proof) {
        return record(topics.admissions(), txid.toString(), json.proof(txid, proof));
    }

    /** A stored transaction: a BEEF of it alone, with its proof if there is one. */
    public OutboundRecord transaction(BroughtTransaction stored) {
        return new OutboundRecord(
                topics.transactions(),
                stored.txid().toString().getBytes(StandardCharsets.UTF_8),
                stored.alone().toBytes(),
                List.of());
    }

    /** A refused submission: its key, value and headers as they came, and why in new headers. */
    public OutboundRecord deadLetter(SubmissionResult result, KafkaRecord source) {
        Rejection rejection = result.rejection().orElseThrow();
        List<Header> headers = new ArrayList<>(source.headers());
        headers.add(Header.of(RejectionHeaders.CODE, rejection.reason().name()));
        headers.add(Header.of(RejectionHeaders.CATEGORY, rejection.reason().category().name()));
        headers.add(
                Header.of(
                        RejectionHeaders.RETRYABLE,
                        Boolean.toString(rejection.reason().isRetryable())));
        headers.add(Header.of(RejectionHeaders.DETAIL, rejection.detail()));
        headers.add(Header.of(RejectionHeaders.SUBMISSION_ID, result.submissionId()));
        headers.add(Header.of(RejectionHeaders.SOURCE, source.position().toString()));
        return new OutboundRecord(topics.rejections(), source.key(), source.value(), headers);
    }

    /** An answer about the live state; the key is the id of the query. */
    public OutboundRecord answer(StateAnswer answer) {
        OutboundRecord record = record(topics.answers(), answer.id(), answers.answer(answer));
        if (record.value().length <= MAX_ANSWER_BYTES) {
            return record;
        }
        String problem =
                "the answer would have %d bytes, the limit is %d; ask for less"
                        .formatted(record.value().length, MAX_ANSWER_BYTES);
        return answer(new StateAnswer.Refused(answer.id(), problem));
    }

    private OutboundRecord record(String topic, String key, ObjectNode value) {
        return new OutboundRecord(
                topic, key.getBytes(StandardCharsets.UTF_8), bytes(value), List.of());
    }

    private byte[] bytes(JsonNode value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that cannot be written", e);
        }
    }
}
