package org.brisket.operators.output;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.coordination.Ballot;
import org.brisket.state.ledger.Application;
import org.brisket.state.ledger.CoinContent;
import org.brisket.state.ledger.LedgerPosition;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.query.CoinLife;
import org.brisket.state.query.ListedCoin;
import org.brisket.state.query.StateAnswer;
import org.brisket.state.submission.SubmissionTicket;
import org.brisket.state.tracking.TrackedTransaction;

/** The JSON of answers about the live state. */
final class AnswerJson {
    private final ObjectMapper mapper;
    private final OutputJson parts;

    AnswerJson(ObjectMapper mapper, OutputJson parts) {
        this.mapper = mapper;
        this.parts = parts;
    }

    ObjectNode answer(StateAnswer answer) {
        ObjectNode node = mapper.createObjectNode();
        node.put("id", answer.id());
        if (answer instanceof StateAnswer.Refused refused) {
            return node.put("error", refused.problem());
        } else if (answer instanceof StateAnswer.OfTracker tracker) {
            putTracker(node, tracker);
        } else if (answer instanceof StateAnswer.OfCoordinator coordinator) {
            putCoordinator(node, coordinator);
        } else if (answer instanceof StateAnswer.OfLedger ledger) {
            putLedger(node, ledger);
        } else if (answer instanceof StateAnswer.OfStore store) {
            putStored(node, store);
        }
        return node;
    }

    private void putTracker(ObjectNode node, StateAnswer.OfTracker answer) {
        putSubject(node, answer);
        List<?> ledgers = answer.tracked().map(TrackedTransaction::ledgers).orElse(List.of());
        node.put("answersToCome", ledgers.size());
        answer.tracked().ifPresent(tracked -> parts.putTracked(node, tracked));
    }

    private void putCoordinator(ObjectNode node, StateAnswer.OfCoordinator answer) {
        node.put("query", "transaction").put("txid", answer.txid().toString());
        node.put("open", answer.open());
        ArrayNode submissions = node.putArray("submissions");
        answer.ballots().forEach(ballot -> putBallot(submissions.addObject(), ballot));
    }

    private void putBallot(ObjectNode node, Ballot ballot) {
        SubmissionTicket ticket = ballot.ticket();
        node.put("submissionId", ticket.submissionId());
        node.put("source", ticket.key());
        node.put("together", ticket.together());
        node.put("ledgers", ticket.ledgerCount());
        ObjectNode votes = node.putObject("votes");
        ballot.votes().forEach(vote -> putVote(votes.putObject(vote.ledger()), vote));
        ArrayNode awaited = node.putArray("awaited");
        ballot.awaited().forEach(awaited::add);
        ballot.objection().ifPresent(parent -> node.put("undoneParent", parent.toString()));
    }

    /** A yes with what the ledger would do, or a no with the reason. */
    private void putVote(ObjectNode node, LedgerVerdict verdict) {
        node.put("vote", verdict.isYes() ? "yes" : "no");
        verdict.rejection()
                .ifPresentOrElse(
                        rejection -> OutputJson.putRejection(node, rejection),
                        () -> node.setAll(parts.instructions(verdict.instructions())));
    }

    private static void putSubject(ObjectNode node, StateAnswer.OfTracker answer) {
        if (answer.outpoint().isPresent()) {
            node.put("query", "outpoint");
            node.put("outpoint", answer.outpoint().get().toString());
        } else {
            node.put("query", "transaction");
            node.put("txid", answer.txid().toString());
        }
    }

    private static void putStored(ObjectNode node, StateAnswer.OfStore answer) {
        node.put("query", "stored").put("txid", answer.txid().toString());
        answer.raw().ifPresent(raw -> node.put("rawTransaction", raw.bytes().toString()));
        answer.proof().ifPresent(proof -> OutputJson.putProof(node, proof));
    }

    private void putLedger(ObjectNode node, StateAnswer.OfLedger answer) {
        if (answer instanceof StateAnswer.LiveCoins coins) {
            putPlace(node.put("query", "coins"), answer);
            ArrayNode list = node.putArray("coins");
            coins.coins().forEach(coin -> putCoin(list.addObject(), coin));
            coins.next().ifPresent(next -> node.put("next", next.toString()));
        } else if (answer instanceof StateAnswer.Balance balance) {
            putPlace(node.put("query", "balance"), answer);
            putBalance(node, balance);
        } else if (answer instanceof StateAnswer.OneCoin coin) {
            putPlace(putOutpoint(node.put("query", "outpoint"), coin.outpoint()), answer);
            putLife(node, coin.life());
        } else if (answer instanceof StateAnswer.OneTransaction transaction) {
            node.put("query", "transaction").put("txid", transaction.txid().toString());
            putPlace(node, answer);
            transaction
                    .application()
                    .ifPresentOrElse(
                            held -> putApplication(node, held), () -> putStage(node, "unknown"));
        }
    }

    private static void putPlace(ObjectNode node, StateAnswer.OfLedger answer) {
        LedgerPosition position = answer.position();
        node.put("ledger", answer.ledger());
        node.put("sequence", position.sequence());
        node.put("digest", position.digest().toString());
    }

    private static ObjectNode putOutpoint(ObjectNode node, Outpoint outpoint) {
        return node.put("outpoint", outpoint.toString());
    }

    private static void putCoin(ObjectNode node, ListedCoin coin) {
        putOutpoint(node, coin.outpoint());
        node.put("admittedBy", coin.admittedBy());
        node.put("pending", coin.pending());
        coin.content().ifPresent(content -> putContent(node, content));
    }

    private static void putContent(ObjectNode node, CoinContent content) {
        node.put("asset", content.asset());
        node.put("amount", Long.toString(content.amount()));
        node.put("owner", content.owner().toString());
        if (!content.attributes().isEmpty()) {
            ObjectNode attributes = node.putObject("attributes");
            content.attributes().forEach(attributes::put);
        }
    }

    private static void putBalance(ObjectNode node, StateAnswer.Balance answer) {
        node.put("asset", answer.query().asset());
        answer.query().owner().ifPresent(owner -> node.put("owner", owner.toString()));
        node.put("amount", answer.balance().amount().toString());
        node.put("coins", answer.balance().coins());
    }

    private static void putLife(ObjectNode node, CoinLife life) {
        putStage(node, life.stage().text());
        if (life.admittedBy() > 0) {
            node.put("admittedBy", life.admittedBy());
        }
        life.spender().ifPresent(spender -> node.put("spentBy", spender.toString()));
        life.content().ifPresent(content -> putContent(node, content));
    }

    private static void putStage(ObjectNode node, String stage) {
        node.put("stage", stage);
    }

    private void putApplication(ObjectNode node, Application held) {
        putStage(node, held.status().name().toLowerCase(Locale.ROOT));
        if (held.position().sequence() > 0) {
            node.put("admittedBy", held.position().sequence());
        }
        node.put("undecided", held.claims().size());
        node.setAll(parts.instructions(held.instructions()));
    }
}
