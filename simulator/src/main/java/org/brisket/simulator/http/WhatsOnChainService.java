package org.brisket.simulator.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.brisket.protocol.header.BlockHeader;

/** The part of WhatsOnChain's API that knows headers, below {@code /v1/bsv/{network}}. */
final class WhatsOnChainService implements HttpService {
    private static final Pattern ROUTE =
            Pattern.compile(
                    "/v1/bsv/(?:main|test|stn)/(block/(?:([0-9]+)/header|headers)|chain/info)");
    private static final int NEWEST = 10;

    private final HeaderEndpoint endpoint;
    private final Credentials credentials;

    WhatsOnChainService(HeaderEndpoint endpoint, Credentials credentials) {
        this.endpoint = endpoint;
        this.credentials = credentials;
    }

    @Override
    public HttpResponse answer(HttpRequest request) {
        if (!credentials.accept(request)) {
            return HttpResponse.text(401, "Unauthorized");
        }
        Matcher route = ROUTE.matcher(request.path());
        if (!request.method().equals("GET") || !route.matches()) {
            return HttpResponse.text(404, "Not Found");
        }
        if (route.group(1).equals("chain/info")) {
            return HttpResponse.json(200, chainInfo());
        }
        return route.group(2) == null ? newest() : one(route.group(2));
    }

    private HttpResponse one(String height) {
        endpoint.countLookup();
        return PathNumber.parse(height)
                .flatMap(
                        number ->
                                endpoint.header(number)
                                        .map(h -> HttpResponse.json(200, header(number, h))))
                .orElseGet(() -> HttpResponse.text(404, "Not Found"));
    }

    private HttpResponse newest() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        long tip = endpoint.tipHeight();
        for (long height = tip; height > tip - NEWEST; height--) {
            long at = height;
            endpoint.header(at).ifPresent(header -> array.add(header(at, header)));
        }
        return HttpResponse.json(200, array);
    }

    private ObjectNode header(long height, BlockHeader header) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("hash", header.hash().toString())
                .put("confirmations", endpoint.tipHeight() - height + 1)
                .put("height", height)
                .put("version", header.version())
                .put("versionHex", String.format("%08x", header.version()))
                .put("merkleroot", header.merkleRoot().toString())
                .put("time", header.time())
                .put("mediantime", header.time())
                .put("nonce", header.nonce())
                .put("bits", String.format("%08x", header.bits()))
                .put("previousblockhash", header.previous().toString());
    }

    private ObjectNode chainInfo() {
        BlockHeader tip = endpoint.tip();
        return JsonNodeFactory.instance
                .objectNode()
                .put("chain", "main")
                .put("blocks", endpoint.tipHeight())
                .put("headers", endpoint.tipHeight())
                .put("bestblockhash", tip.hash().toString())
                .put("mediantime", tip.time())
                .put("pruned", false);
    }
}
