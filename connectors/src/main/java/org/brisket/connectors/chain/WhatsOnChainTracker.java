package org.brisket.connectors.chain;

import java.util.concurrent.CompletableFuture;
import org.brisket.connectors.http.HttpService;
import org.brisket.protocol.chain.ChainTracker;
import org.brisket.protocol.chain.RootAnswer;
import org.brisket.protocol.chain.RootQuery;

/**
 * WhatsOnChain, which names the header of each height of the longest chain. A height that it does
 * not know is UNKNOWN and not FALSE: perhaps it only lags behind.
 */
final class WhatsOnChainTracker implements ChainTracker {
    private final HttpService service;
    private final String root;

    WhatsOnChainTracker(HttpService service, String network) {
        this.service = service;
        this.root = "/v1/bsv/" + network;
    }

    @Override
    public CompletableFuture<RootAnswer> isValidRoot(RootQuery query) {
        return TrackerReplies.answer(
                service.get(root + "/block/" + query.height() + "/header"),
                json -> HeaderFields.ofWhatsOnChain(json).answer(query));
    }

    @Override
    public CompletableFuture<Long> currentHeight() {
        return TrackerReplies.height(
                service.name(), service.get(root + "/chain/info"), json -> json.path("blocks"));
    }

    @Override
    public void close() {}
}
