package org.brisket.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.header.BlockHeader;

/**
 * Chaintracks' API: an envelope {@code {status, value}} around every answer. A header that is not
 * known is an envelope without a value.
 */
final class ChaintracksService implements HttpService {
    private static final int MAX_HEADERS = 2_000;

    private final HeaderEndpoint endpoint;

    ChaintracksService(HeaderEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public HttpResponse answer(HttpRequest request) {
        if (!request.method().equals("GET")) {
            return failure(404, "ERR_NOT_FOUND", "no route " + request.path());
        }
        return switch (request.path()) {
            case "/getChain" -> success(TextNode.valueOf("main"));
            case "/getInfo" -> success(info());
            case "/getPresentHeight" ->
                    success(JsonNodeFactory.instance.numberNode(endpoint.tipHeight()));
            case "/findChainTipHashHex" ->
                    success(TextNode.valueOf(endpoint.tip().hash().toString()));
            case "/findChainTipHeaderHex" -> success(header(endpoint.tipHeight(), endpoint.tip()));
            case "/findHeaderHexForHeight" -> byHeight(request);
            case "/getHeaders" -> headers(request);
            default -> failure(404, "ERR_NOT_FOUND", "no route " + request.path());
        };
    }

    private HttpResponse byHeight(HttpRequest request) {
        endpoint.countLookup();
        Optional<Long> height = request.number("height");
        if (height.isEmpty()) {
            return failure(400, "ERR_INVALID_PARAMETER", "height is not a number");
        }
        return endpoint.header(height.get())
                .map(header -> success(header(height.get(), header)))
                .orElseGet(() -> HttpResponse.json(200, envelope("success")));
    }

    private HttpResponse headers(HttpRequest request) {
        Optional<Long> height = request.number("height");
        Optional<Long> count = request.number("count").filter(number -> number <= MAX_HEADERS);
        if (height.isEmpty() || count.isEmpty()) {
            return failure(400, "ERR_INVALID_PARAMETER", "height or count is wrong");
        }
        ByteWriter bytes = new ByteWriter();
        for (long at = height.get(); at < height.get() + count.get(); at++) {
            Optional<BlockHeader> header = endpoint.header(at);
            if (header.isEmpty()) {
                break;
            }
            bytes.write(header.get().toBytes());
        }
        return success(TextNode.valueOf(Hex.encode(bytes.toByteArray())));
    }

    private ObjectNode info() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("chain", "main");
        json.put("heightBulk", endpoint.tipHeight());
        json.put("heightLive", endpoint.tipHeight());
        json.put("storage", "memory");
        json.putArray("bulkIngestors");
        json.putArray("liveIngestors");
        json.putArray("packages");
        return json;
    }

    private static ObjectNode header(long height, BlockHeader header) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("version", header.version())
                .put("previousHash", header.previous().toString())
                .put("merkleRoot", header.merkleRoot().toString())
                .put("time", header.time())
                .put("bits", header.bits())
                .put("nonce", header.nonce())
                .put("height", height)
                .put("hash", header.hash().toString());
    }

    private static HttpResponse success(JsonNode value) {
        ObjectNode json = envelope("success");
        json.set("value", value);
        return HttpResponse.json(200, json);
    }

    private static HttpResponse failure(int status, String code, String description) {
        return HttpResponse.json(
                status, envelope("error").put("code", code).put("description", description));
    }

    private static ObjectNode envelope(String status) {
        return JsonNodeFactory.instance.objectNode().put("status", status);
    }
}
