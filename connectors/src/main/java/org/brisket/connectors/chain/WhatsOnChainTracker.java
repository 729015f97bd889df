package org.brisket.connectors.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.brisket.connectors.http.HttpService;
import org.brisket.protocol.chain.RootAnswer;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.header.BlockHeader;

/**
 * WhatsOnChain, which names the header of each height of the longest chain. A height that it does
 * not know is UNKNOWN and not FALSE: perhaps it only lags behind.
 */
final class WhatsOnChainTracker implements HeaderTracker {
    /** It hands out this many of the newest headers at once, and all others one by one. */
    private static final int NEWEST = 10;

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
    public long lowestHeaderBelow(long tip) {
        // One less than there are: a block that is found in between pushes the oldest out.
        return tip - NEWEST + 2;
    }

    @Override
    public CompletableFuture<List<BlockHeader>> headers(long from, int count) {
        return TrackerReplies.headers(
                service.name(),
                service.get(root + "/block/headers"),
                json -> {
                    TreeMap<Long, BlockHeader> newest = new TreeMap<>();
                    for (JsonNode each : TrackerReplies.array(json)) {
                        HeaderFields fields = HeaderFields.ofWhatsOnChain(each);
                        newest.put(fields.height(), fields.header());
                    }
                    return newest.containsKey(from)
                            ? newest.tailMap(from).values().stream().limit(count).toList()
                            : List.of();
                });
    }

    @Override
    public void close() {}
}
