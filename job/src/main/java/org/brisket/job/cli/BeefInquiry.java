package org.brisket.job.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.brisket.job.config.KafkaTopics;
import org.brisket.job.failure.ExplainedFailure;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.limit.Limits;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.state.store.BeefWalk;
import org.brisket.state.store.BlockProof;
import org.brisket.state.store.BroughtTransaction;
import org.brisket.state.store.RawTransaction;

/**
 * Asks the job's transaction store for a transaction and what it stands on, one generation after
 * the other.
 */
final class BeefInquiry {
    private final BrokerConnection connection;
    private final KafkaTopics topics;
    private final Duration patience;

    /**
     * An inquiry that has not begun.
     *
     * @param patience how long to wait for the answers of one generation
     */
    BeefInquiry(BrokerConnection connection, KafkaTopics topics, Duration patience) {
        this.connection = connection;
        this.topics = topics;
        this.patience = patience;
    }

    /**
     * The BEEF of a transaction, within the standard limits.
     *
     * @throws ExplainedFailure if something that it needs is not stored, or does not come in time
     */
    Beef ask(Txid subject) {
        BeefWalk walk = new BeefWalk(subject, Limits.DEFAULT);
        try (QueryLine line = QueryLine.open(connection, topics)) {
            while (!walk.missing().isEmpty()) {
                askFor(walk, subject, line);
            }
            return walk.beef();
        } catch (KafkaException refused) {
            throw KafkaFailures.explain(
                    refused, connection.address(), topics.stateAnswers(), QueryLine.ANSWERS_KEY);
        } catch (MalformedException e) {
            throw new ExplainedFailure(
                    "the BEEF of " + subject + " cannot be put together: " + e.getMessage());
        }
    }

    private void askFor(BeefWalk walk, Txid subject, QueryLine line) throws MalformedException {
        Map<String, Txid> open = new LinkedHashMap<>();
        List<ObjectNode> queries = new ArrayList<>();
        for (Txid txid : walk.missing()) {
            ObjectNode query = Inquiry.query("stored").put("txid", txid.toString());
            open.put(query.path("id").asText(), txid);
            queries.add(query);
        }
        line.send(queries);
        long end = System.nanoTime() + patience.toNanos();
        while (!open.isEmpty()) {
            if (System.nanoTime() - end > 0) {
                String heard =
                        "%d of %d answers".formatted(queries.size() - open.size(), queries.size());
                throw StateInquiry.tooLate(heard, patience, topics);
            }
            for (QueryLine.Answer answer : line.hear()) {
                Txid txid = open.remove(answer.id());
                if (txid != null) {
                    take(txid, answer.value(), walk, subject);
                }
            }
        }
    }

    private static void take(Txid txid, JsonNode answer, BeefWalk walk, Txid subject)
            throws MalformedException {
        if (answer.has("error")) {
            throw new ExplainedFailure("the job answers: " + answer.path("error").asText());
        }
        if (!answer.has("rawTransaction")) {
            throw notStored(txid, walk, subject);
        }
        byte[] raw = Hex.decode(answer.path("rawTransaction").asText());
        walk.found(
                new BroughtTransaction(
                        txid, new RawTransaction(ByteSlice.of(raw)), proof(txid, answer)));
    }

    private static Optional<BlockProof> proof(Txid txid, JsonNode answer)
            throws MalformedException {
        if (!answer.has("merklePath")) {
            return Optional.empty();
        }
        byte[] path = Hex.decode(answer.path("merklePath").asText());
        return Optional.of(BlockProof.of(txid, MerklePath.parse(path)));
    }

    private static ExplainedFailure notStored(Txid txid, BeefWalk walk, Txid subject) {
        if (txid.equals(subject)) {
            return new ExplainedFailure(
                    txid + " is not stored: no submission that brings it was committed");
        }
        return new ExplainedFailure(
                "the BEEF of %s cannot be put together: its ancestor %s is not stored, and %s, which spends an output of it, is in no block that the job knows of"
                        .formatted(subject, txid, walk.neededBy(txid)));
    }
}
