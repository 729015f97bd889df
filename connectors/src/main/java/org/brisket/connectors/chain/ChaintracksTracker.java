package org.brisket.connectors.chain;

import java.util.concurrent.CompletableFuture;
import org.brisket.connectors.http.HttpService;
import org.brisket.protocol.chain.ChainTracker;
import org.brisket.protocol.chain.RootAnswer;
import org.brisket.protocol.chain.RootQuery;

/**
 * Chaintracks, which wraps what it says in {@code {status, value}}. A height without a value is
 * UNKNOWN and not FALSE: perhaps it only lags behind.
 */
final class ChaintracksTracker implements ChainTracker {
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
    public void close() {}
}
