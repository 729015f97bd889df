package org.brisket.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.brisket.protocol.header.BlockHeader;

/** The Block Headers Service's API: verification of merkle roots, the tip, headers by height. */
final class BlockHeadersService implements HttpService {
    private static final String PREFIX = "/api/v1/chain/";
    private static final int MAX_ROOTS = 2_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HeaderEndpoint endpoint;
    private final Credentials credentials;

    BlockHeadersService(HeaderEndpoint endpoint, Credentials credentials) {
        this.endpoint = endpoint;
        this.credentials = credentials;
    }

    /** From best to worst; the worst of all roots is the state of the whole answer. */
    private enum Confirmation {
        CONFIRMED,
        UNABLE_TO_VERIFY,
        INVALID
    }

    @Override
    public HttpResponse answer(HttpRequest request) {
        if (!credentials.accept(request)) {
            return failure(401, "ErrMissingAuthHeader", "the bearer token is missing or wrong");
        }
        if (request.is("POST", PREFIX + "merkleroot/verify")) {
            return verify(request);
        }
        if (request.is("GET", PREFIX + "tip/longest")) {
            return HttpResponse.json(200, state(endpoint.tipHeight(), endpoint.tip()));
        }
        if (request.is("GET", PREFIX + "header/byHeight")) {
            return byHeight(request);
        }
        return failure(404, "ErrNotFound", "no route " + request.path());
    }

    private HttpResponse verify(HttpRequest request) {
        endpoint.countLookup();
        JsonNode asked;
        try {
            asked = MAPPER.readTree(request.body());
        } catch (IOException e) {
            return failure(400, "ErrBindBody", "the body is not JSON");
        }
        if (!asked.isArray() || asked.isEmpty() || asked.size() > MAX_ROOTS) {
            return failure(400, "ErrVerifyMerklerootsBadBody", "1 to 2000 roots are expected");
        }
        Confirmation worst = Confirmation.CONFIRMED;
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode confirmations = JsonNodeFactory.instance.arrayNode();
        for (JsonNode item : asked) {
            Confirmation confirmation = confirm(item);
            worst = confirmation.compareTo(worst) > 0 ? confirmation : worst;
            confirmations.add(describe(item, confirmation));
        }
        answer.put("confirmationState", worst.name());
        answer.set("confirmations", confirmations);
        return HttpResponse.json(200, answer);
    }

    private Confirmation confirm(JsonNode item) {
        long height = item.path("blockHeight").asLong(-1);
        if (height > endpoint.tipHeight()) {
            return Confirmation.UNABLE_TO_VERIFY;
        }
        String root = item.path("merkleRoot").asText();
        return endpoint.header(height)
                .filter(header -> header.merkleRoot().toString().equalsIgnoreCase(root))
                .map(header -> Confirmation.CONFIRMED)
                .orElse(Confirmation.INVALID);
    }

    private ObjectNode describe(JsonNode item, Confirmation confirmation) {
        long height = item.path("blockHeight").asLong(-1);
        Optional<BlockHeader> header =
                confirmation == Confirmation.CONFIRMED ? endpoint.header(height) : Optional.empty();
        return JsonNodeFactory.instance
                .objectNode()
                .put("blockHash", header.map(h -> h.hash().toString()).orElse(""))
                .put("blockHeight", height)
                .put("merkleRoot", item.path("merkleRoot").asText())
                .put("confirmation", confirmation.name());
    }

    private HttpResponse byHeight(HttpRequest request) {
        Optional<Long> height = request.number("height");
        long count = request.number("count").orElse(1L);
        if (height.isEmpty() || count < 1 || count > MAX_ROOTS) {
            return failure(400, "ErrHeadersForGivenRangeNotFound", "height and count are wrong");
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (long at = height.get(); at < height.get() + count; at++) {
            endpoint.header(at).ifPresent(header -> array.add(header(header)));
        }
        return HttpResponse.json(200, array);
    }

    private static ObjectNode state(long height, BlockHeader header) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("header", header(header));
        return json.put("state", "LONGEST_CHAIN").put("chainWork", "0").put("height", height);
    }

    private static ObjectNode header(BlockHeader header) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("hash", header.hash().toString())
                .put("version", header.version())
                .put("prevBlockHash", header.previous().toString())
                .put("merkleRoot", header.merkleRoot().toString())
                .put("creationTimestamp", Instant.ofEpochSecond(header.time()).toString())
                .put("difficultyTarget", header.bits())
                .put("nonce", header.nonce())
                .put("work", "2");
    }

    private static HttpResponse failure(int status, String code, String message) {
        return HttpResponse.json(
                status,
                JsonNodeFactory.instance.objectNode().put("code", code).put("message", message));
    }
}
