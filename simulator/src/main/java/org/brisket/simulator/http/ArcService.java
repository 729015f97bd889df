package org.brisket.simulator.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.simulator.network.Verdict;

/**
 * ARC's HTTP API over the network's ledger: {@code /v1/tx}, {@code /v1/txs}, {@code /v1/tx/{txid}},
 * {@code /v1/policy} and {@code /v1/health}. BEEF bodies are refused with 468; raw transactions and
 * Extended Format are taken.
 */
final class ArcService implements HttpService {
    private static final int BAD_REQUEST = 400;

    private final ArcPosting posting;
    private final ArcLies lies;
    private final Credentials credentials;
    private final long feePerThousandBytes;
    private final Clock clock;

    ArcService(
            ArcPosting posting,
            ArcLies lies,
            Credentials credentials,
            long feePerThousandBytes,
            Clock clock) {
        this.posting = posting;
        this.lies = lies;
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
            return post(request, posting::one);
        }
        if (request.is("POST", "/v1/txs")) {
            return post(request, posting::batch);
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

    private interface Posting {
        HttpResponse of(HttpRequest request) throws MalformedException;
    }

    private static HttpResponse post(HttpRequest request, Posting posting) {
        try {
            return posting.of(request);
        } catch (MalformedException e) {
            return failure(BAD_REQUEST, e.getMessage());
        }
    }

    private HttpResponse status(String text) {
        try {
            Txid txid = Txid.fromDisplayHex(text);
            return lies.state(txid)
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
