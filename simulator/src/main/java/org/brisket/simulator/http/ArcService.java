package org.brisket.simulator.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.simulator.network.AcceptanceOptions;
import org.brisket.simulator.network.NetworkLedger;
import org.brisket.simulator.network.PostedTransaction;
import org.brisket.simulator.network.Verdict;

/**
 * ARC's HTTP API over the network's ledger: {@code /v1/tx}, {@code /v1/txs}, {@code /v1/tx/{txid}},
 * {@code /v1/policy} and {@code /v1/health}. BEEF bodies are refused with 468; raw transactions and
 * Extended Format are taken.
 */
final class ArcService implements HttpService {
    private static final int BAD_REQUEST = 400;
    private static final int MALFORMED = 463;
    private static final int INVALID_BEEF = 468;

    private final ArcEndpoint endpoint;
    private final NetworkLedger ledger;
    private final CallbackSender callbacks;
    private final Credentials credentials;
    private final long feePerThousandBytes;
    private final Clock clock;

    /** One element of a batch's answer. */
    private record Answer(boolean accepted, ObjectNode json, int status) {}

    ArcService(
            ArcEndpoint endpoint,
            NetworkLedger ledger,
            CallbackSender callbacks,
            Credentials credentials,
            long feePerThousandBytes,
            Clock clock) {
        this.endpoint = endpoint;
        this.ledger = ledger;
        this.callbacks = callbacks;
        this.credentials = credentials;
        this.feePerThousandBytes = feePerThousandBytes;
        this.clock = clock;
    }

    @Override
    public HttpResponse answer(HttpRequest request) {
        if (!credentials.accept(request)) {
            return failure(401, "the Authorization header is missing or wrong");
        }
        if (request.is("POST", "/v1/tx")) {
            return postOne(request);
        }
        if (request.is("POST", "/v1/txs")) {
            return postBatch(request);
        }
        if (request.is("GET", "/v1/policy")) {
            return HttpResponse.json(200, policy());
        }
        if (request.is("GET", "/v1/health")) {
            return HttpResponse.json(200, health());
        }
        if (request.method().equals("GET") && request.path().startsWith("/v1/tx/")) {
            return status(request.path().substring("/v1/tx/".length()));
        }
        return failure(404, "no route " + request.method() + " " + request.path());
    }

    private HttpResponse postOne(HttpRequest request) {
        try {
            Answer answer = post(ArcBodies.single(request), request);
            return HttpResponse.json(answer.status(), answer.json());
        } catch (MalformedException e) {
            return failure(BAD_REQUEST, e.getMessage());
        }
    }

    private HttpResponse postBatch(HttpRequest request) {
        List<byte[]> batch;
        try {
            batch = ArcBodies.batch(request);
        } catch (MalformedException e) {
            return failure(BAD_REQUEST, e.getMessage());
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

    private Answer post(byte[] bytes, HttpRequest request) {
        if (bytes.length > 4 && bytes[2] == (byte) 0xBE && bytes[3] == (byte) 0xEF) {
            return refused(
                    new Verdict.Refused(INVALID_BEEF, "BEEF is not simulated", List.of()),
                    Optional.empty());
        }
        try {
            return offer(PostedTransaction.parse(bytes), request);
        } catch (MalformedException e) {
            return refused(
                    new Verdict.Refused(MALFORMED, e.getMessage(), List.of()), Optional.empty());
        }
    }

    private Answer offer(PostedTransaction posted, HttpRequest request) {
        Txid txid = posted.txid();
        Optional<Verdict.Refused> ownRefusal = endpoint.refusalOf(txid);
        if (ownRefusal.isPresent()) {
            ledger.recordPost(endpoint.name(), txid, ownRefusal.get());
            return refused(ownRefusal.get(), Optional.of(txid));
        }
        // Registered first, so that no change of status can be missed.
        callbacks.register(txid, request);
        AcceptanceOptions options =
                new AcceptanceOptions(
                        flag(request, "x-skipfeevalidation"),
                        flag(request, "x-skipscriptvalidation"));
        Verdict verdict = ledger.post(endpoint.name(), posted, options);
        if (verdict instanceof Verdict.Refused refusal) {
            callbacks.forget(txid, request);
            return refused(refusal, Optional.of(txid));
        }
        Verdict.Held held = (Verdict.Held) verdict;
        return new Answer(true, ArcJson.accepted(held.state(), clock.instant()), 200);
    }

    private static boolean flag(HttpRequest request, String header) {
        return request.header(header).map("true"::equalsIgnoreCase).orElse(false);
    }

    private static Answer refused(Verdict.Refused refusal, Optional<Txid> txid) {
        return new Answer(false, ArcJson.error(refusal, txid), refusal.code());
    }

    private HttpResponse status(String text) {
        try {
            Txid txid = Txid.fromDisplayHex(text);
            return ledger.state(txid)
                    .map(state -> HttpResponse.json(200, ArcJson.status(state, clock.instant())))
                    .orElseGet(() -> failure(404, "transaction " + txid + " not found"));
        } catch (MalformedException e) {
            return failure(BAD_REQUEST, e.getMessage());
        }
    }

    private static HttpResponse failure(int status, String detail) {
        Verdict.Refused refusal = new Verdict.Refused(status, detail, List.of());
        return HttpResponse.json(status, ArcJson.error(refusal, Optional.empty()));
    }

    private ObjectNode policy() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("timestamp", clock.instant().toString());
        ObjectNode policy = json.putObject("policy");
        policy.put("maxscriptsizepolicy", 500_000);
        policy.put("maxtxsigopscountspolicy", 4_294_967_295L);
        policy.put("maxtxsizepolicy", 10_000_000);
        policy.putObject("miningFee").put("satoshis", feePerThousandBytes).put("bytes", 1000);
        policy.put("standardFormatSupported", true);
        return json;
    }

    private static ObjectNode health() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("healthy", true)
                .put("reason", "")
                .put("version", "simulated");
    }
}
