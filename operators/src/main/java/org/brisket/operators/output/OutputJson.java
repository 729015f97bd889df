package org.brisket.operators.output;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiConsumer;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.state.ledger.Instructions;
import org.brisket.state.ledger.LedgerId;
import org.brisket.state.ledger.LedgerPosition;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.store.BlockProof;
import org.brisket.state.tracking.SubmissionResult;
import org.brisket.state.tracking.TrackedTransaction;

/**
 * The JSON of the public topics. Instructions have the shape of a STEAK (BRC-22): outputsToAdmit,
 * coinsToRetain and coinsRemoved, by topic.
 */
final class OutputJson {
    private final ObjectMapper mapper;

    OutputJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    ObjectNode result(SubmissionResult result) {
        ObjectNode node = mapper.createObjectNode();
        node.put("submissionId", result.submissionId());
        node.put("status", result.status().text());
        result.txid().ifPresent(txid -> node.put("txid", txid.toString()));
        result.rejection().ifPresent(rejection -> putRejection(node, rejection));
        boolean admitted = result.status() == SubmissionResult.Status.ADMITTED;
        if (admitted) {
            node.set("steak", steak(result.verdicts()));
            putBaskets(node, result.verdicts());
        }
        putRefusals(node, result.verdicts());
        if (!result.phase().isEmpty()) {
            node.put("phase", result.phase());
        }
        putNetwork(node, result.blockHeight(), result.answers());
        node.put("source", result.position().toString());
        return node;
    }

    ObjectNode admission(Txid txid, List<LedgerVerdict> ledgers, TrackedTransaction transaction) {
        ObjectNode node = mapper.createObjectNode();
        node.put("txid", txid.toString());
        node.put("phase", transaction.phase().text());
        node.set("ledgers", ledgers(ledgers, OutputJson::putPosition));
        putNetwork(node, transaction.blockHeight(), transaction.answers());
        return node;
    }

    ObjectNode proof(Txid txid, BlockProof proof) {
        ObjectNode node = mapper.createObjectNode();
        node.put("kind", "proof");
        node.put("txid", txid.toString());
        putProof(node, proof);
        return node;
    }

    static void putProof(ObjectNode node, BlockProof proof) {
        node.put("blockHeight", proof.blockHeight());
        node.put("merklePath", Hex.encode(proof.path().toBytes()));
    }

    ObjectNode rollback(Txid txid, TrackedTransaction transaction) {
        ObjectNode node = mapper.createObjectNode();
        node.put("txid", txid.toString());
        putUndone(node, transaction, 0);
        return node;
    }

    /** Why it was undone, in which ledgers, and what the network has of it nevertheless. */
    ObjectNode incident(Txid txid, TrackedTransaction transaction) {
        ObjectNode node = mapper.createObjectNode();
        node.put("txid", txid.toString());
        node.put("incident", transaction.lateNews().text());
        putUndone(node, transaction, transaction.blockHeight());
        return node;
    }

    private void putUndone(ObjectNode node, TrackedTransaction transaction, long blockHeight) {
        putRejection(node, transaction.rolledBackFor().orElseThrow());
        node.put("admissionPublished", transaction.published());
        node.set("ledgers", ledgers(transaction.ledgers(), OutputJson::putSequence));
        putNetwork(node, blockHeight, transaction.answers());
    }

    /** What the tracker knows: phase, votes of the ledgers that hold it, STEAK, network. */
    void putTracked(ObjectNode node, TrackedTransaction transaction) {
        node.put("phase", transaction.phase().text());
        node.put("admissionPublished", transaction.published());
        transaction
                .rolledBackFor()
                .ifPresent(cause -> putRejection(node.putObject("rolledBackFor"), cause));
        node.set("ledgers", ledgers(transaction.ledgers(), OutputJson::putPosition));
        node.set("steak", steak(transaction.ledgers()));
        putNetwork(node, transaction.blockHeight(), transaction.answers());
    }

    static void putRejection(ObjectNode node, Rejection rejection) {
        node.put("reason", rejection.reason().name());
        node.put("detail", rejection.detail());
        node.put("retryable", rejection.reason().isRetryable());
    }

    private ObjectNode steak(List<LedgerVerdict> verdicts) {
        ObjectNode steak = mapper.createObjectNode();
        for (LedgerVerdict verdict : verdicts) {
            LedgerId ledger = LedgerId.fromKey(verdict.ledger());
            if (verdict.isYes() && ledger.kind().equals(LedgerId.TOPIC)) {
                steak.set(ledger.name(), instructions(verdict.instructions()));
            }
        }
        return steak;
    }

    /** A STEAK is of topics; what baskets do has the same shape and stands beside it. */
    private void putBaskets(ObjectNode node, List<LedgerVerdict> verdicts) {
        ObjectNode baskets = mapper.createObjectNode();
        for (LedgerVerdict verdict : verdicts) {
            LedgerId ledger = LedgerId.fromKey(verdict.ledger());
            if (verdict.isYes() && ledger.kind().equals(LedgerId.BASKET)) {
                baskets.set(ledger.toBasket().toString(), instructions(verdict.instructions()));
            }
        }
        if (!baskets.isEmpty()) {
            node.set("baskets", baskets);
        }
    }

    private ObjectNode ledgers(
            List<LedgerVerdict> verdicts, BiConsumer<ObjectNode, LedgerPosition> place) {
        ObjectNode ledgers = mapper.createObjectNode();
        for (LedgerVerdict verdict : verdicts) {
            ObjectNode ledger = instructions(verdict.instructions());
            place.accept(ledger, verdict.position());
            putSpentCoins(ledger, verdict);
            ledgers.set(verdict.ledger(), ledger);
        }
        return ledgers;
    }

    /** What was stored before ledgers counted their changes has no place among them. */
    private static void putSequence(ObjectNode node, LedgerPosition position) {
        if (position.sequence() > 0) {
            node.put("sequence", position.sequence());
        }
    }

    private static void putPosition(ObjectNode node, LedgerPosition position) {
        putSequence(node, position);
        if (position.sequence() > 0) {
            node.put("digest", position.digest().toString());
        }
    }

    /** What was stored before verdicts named the coins does not know them any more. */
    private void putSpentCoins(ObjectNode node, LedgerVerdict verdict) {
        if (verdict.knowsSpentCoins()) {
            ArrayNode coins = node.putArray("spentCoins");
            verdict.spentCoins().forEach(coin -> coins.add(coin.toString()));
        }
    }

    ObjectNode instructions(Instructions instructions) {
        ObjectNode node = mapper.createObjectNode();
        node.set("outputsToAdmit", indices(instructions.outputsToAdmit()));
        node.set("coinsToRetain", indices(instructions.coinsToRetain()));
        node.set("coinsRemoved", indices(instructions.coinsRemoved()));
        return node;
    }

    private ArrayNode indices(List<Integer> indices) {
        ArrayNode array = mapper.createArrayNode();
        indices.forEach(array::add);
        return array;
    }

    private void putRefusals(ObjectNode node, List<LedgerVerdict> verdicts) {
        ObjectNode refusals = mapper.createObjectNode();
        for (LedgerVerdict verdict : verdicts) {
            verdict.rejection()
                    .ifPresent(
                            rejection -> {
                                ObjectNode refusal = refusals.putObject(verdict.ledger());
                                putRejection(refusal, rejection);
                            });
        }
        if (!refusals.isEmpty()) {
            node.set("refusedBy", refusals);
        }
    }

    private void putNetwork(ObjectNode node, long blockHeight, List<EndpointAnswer> answers) {
        if (blockHeight > 0) {
            node.put("blockHeight", blockHeight);
        }
        if (answers.isEmpty()) {
            return;
        }
        ArrayNode endpoints = node.putArray("endpoints");
        for (EndpointAnswer answer : answers) {
            ObjectNode endpoint = endpoints.addObject();
            endpoint.put("endpoint", answer.endpoint());
            endpoint.put("answer", answer.kind().name());
            endpoint.put("status", answer.status());
            endpoint.put("code", answer.code());
            if (!answer.detail().isEmpty()) {
                endpoint.put("detail", answer.detail());
            }
        }
    }
}
