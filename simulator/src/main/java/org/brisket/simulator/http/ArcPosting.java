package org.brisket.simulator.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.simulator.network.AcceptanceOptions;
import org.brisket.simulator.network.NetworkLedger;
import org.brisket.simulator.network.PostedTransaction;
import org.brisket.simulator.network.Verdict;

/** What an ARC endpoint does with posts of transactions. BEEF is refused with 468. */
final class ArcPosting {
    private static final int MALFORMED = 463;
    private static final int INVALID_BEEF = 468;
    private static final int POISONED = 461;
    private static final int ERROR = 500;

    private final ArcEndpoint endpoint;
    private final NetworkLedger ledger;
    private final CallbackSender callbacks;
    private final Interventions interventions;
    private final ArcLies lies;
    private final Clock clock;

    /** One element of a batch's answer. */
    private record Answer(boolean accepted, ObjectNode json, int status) {}

    ArcPosting(
            ArcEndpoint endpoint,
            NetworkLedger ledger,
            CallbackSender callbacks,
            Interventions interventions,
            Clock clock) {
        this.endpoint = endpoint;
        this.ledger = ledger;
        this.callbacks = callbacks;
        this.interventions = interventions;
        this.lies = new ArcLies(endpoint, ledger);
        this.clock = clock;
    }

    HttpResponse one(HttpRequest request) throws MalformedException {
        Answer answer = post(ArcBodies.single(request), request);
        return HttpResponse.json(answer.status(), answer.json());
    }

    HttpResponse batch(HttpRequest request) throws MalformedException {
        List<byte[]> batch = new ArrayList<>(ArcBodies.batch(request));
        if (batch.size() > 1 && batch.stream().anyMatch(this::isPoison)) {
            return HttpResponse.text(ERROR, "Internal Server Error");
        }
        if (endpoint.reversesBatches()) {
            Collections.reverse(batch);
        }
        List<Answer> answers = new ArrayList<>(batch.size());
        for (byte[] transaction : batch) {
            answers.add(post(transaction, request));
        }
        // The real one sorts like this: clients must match by txid.
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        answers.stream().filter(Answer::accepted).forEach(answer -> array.add(answer.json()));
        answers.stream().filter(a -> !a.accepted()).forEach(answer -> array.add(answer.json()));
        return HttpResponse.json(200, array);
    }

    private boolean isPoison(byte[] bytes) {
        try {
            return interventions.isPoison(PostedTransaction.parse(bytes).txid());
        } catch (MalformedException e) {
            return false;
        }
    }

    private Answer post(byte[] bytes, HttpRequest request) {
        if (bytes.length > 4 && bytes[2] == (byte) 0xBE && bytes[3] == (byte) 0xEF) {
            return refused(
                    new Verdict.Refused(INVALID_BEEF, "BEEF is not simulated", List.of()),
                    Optional.empty());
        }
        try {
            PostedTransaction posted = PostedTransaction.parse(bytes);
            Verdict verdict = verdict(posted, request);
            return verdict instanceof Verdict.Refused refusal
                    ? refused(refusal, Optional.of(posted.txid()))
                    : accepted((Verdict.Held) verdict);
        } catch (MalformedException e) {
            return refused(
                    new Verdict.Refused(MALFORMED, e.getMessage(), List.of()), Optional.empty());
        }
    }

    private Verdict verdict(PostedTransaction posted, HttpRequest request) {
        Optional<Verdict> own = ownVerdict(posted.txid());
        if (own.isPresent()) {
            ledger.recordPost(endpoint.name(), posted.txid(), own.get());
            return own.get();
        }
        interventions.before(posted);
        return offer(posted, request);
    }

    /** What the endpoint says without asking the network. */
    private Optional<Verdict> ownVerdict(Txid txid) {
        if (interventions.isPoison(txid)) {
            return Optional.of(
                    new Verdict.Refused(POISONED, "script failed at input 0", List.of()));
        }
        return endpoint.refusalOf(txid).<Verdict>map(refusal -> refusal).or(() -> lies.alone(txid));
    }

    private Verdict offer(PostedTransaction posted, HttpRequest request) {
        // Registered first, so that no change of status can be missed.
        callbacks.registrations().add(posted.txid(), request, endpoint.callbacks());
        AcceptanceOptions options =
                new AcceptanceOptions(
                        flag(request, "x-skipfeevalidation"),
                        flag(request, "x-skipscriptvalidation"));
        return ledger.post(
                endpoint.name(),
                posted,
                options,
                truth -> {
                    if (truth instanceof Verdict.Refused) {
                        callbacks.registrations().remove(posted.txid(), request);
                    }
                    return lies.about(posted.txid(), truth);
                });
    }

    private static boolean flag(HttpRequest request, String header) {
        return request.header(header).map("true"::equalsIgnoreCase).orElse(false);
    }

    private Answer accepted(Verdict.Held held) {
        return new Answer(true, ArcJson.accepted(held.state(), clock.instant()), 200);
    }

    private static Answer refused(Verdict.Refused refusal, Optional<Txid> txid) {
        return new Answer(false, ArcJson.error(refusal, txid), refusal.code());
    }
}
