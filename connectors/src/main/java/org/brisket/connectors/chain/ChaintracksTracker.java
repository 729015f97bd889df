package org.brisket.connectors.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.brisket.connectors.http.HttpService;
import org.brisket.protocol.bytes.ByteReader;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.chain.RootAnswer;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.header.BlockHeader;

/**
 * Chaintracks, which wraps what it says in {@code {status, value}}. A height without a value is
 * UNKNOWN and not FALSE: perhaps it only lags behind.
 */
final class ChaintracksTracker implements HeaderTracker {
    private final HttpService service;

    ChaintracksTracker(HttpService service) {
        this.service = service;
    }

    @Override
    public CompletableFuture<RootAnswer> isValidRoot(RootQuery query) {
        return TrackerReplies.answer(
                service.get("/findHeaderHexForHeight?height=" + query.height()),
                json -> HeaderFields.ofChaintracks(json.path("value")).answer(query));
    }

    @Override
    public CompletableFuture<Long> currentHeight() {
        return TrackerReplies.height(
                service.name(), service.get("/getPresentHeight"), json -> json.path("value"));
    }

    @Override
    public CompletableFuture<List<BlockHeader>> headers(long from, int count) {
        return TrackerReplies.headers(
                service.name(),
                service.get("/getHeaders?height=%d&count=%d".formatted(from, count)),
                json -> {
                    ByteReader reader = new ByteReader(Hex.decode(json.path("value").asText()));
                    List<BlockHeader> headers = new ArrayList<>();
                    while (reader.remaining() > 0) {
                        headers.add(BlockHeader.read(reader));
                    }
                    return headers;
                });
    }

    @Override
    public void close() {}
}
