package org.brisket.connectors.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.brisket.connectors.http.HttpService;
import org.brisket.protocol.chain.RootAnswer;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.header.BlockHeader;

/**
 * Block Headers Service, which confirms or refuses a root itself. It also refuses roots above its
 * tip, so its no counts only for a height that it has reached; until then it is UNKNOWN.
 */
final class BlockHeadersServiceTracker implements HeaderTracker {
    private enum Confirmation {
        CONFIRMED,
        REFUSED,
        UNCLEAR
    }

    private final HttpService service;
    private final RecentHeight tip;

    BlockHeadersServiceTracker(HttpService service) {
        this.service = service;
        this.tip =
                new RecentHeight(
                        service.name(),
                        () ->
                                currentHeight()
                                        .thenApply(Optional::of)
                                        .exceptionally(failure -> Optional.empty()));
    }

    @Override
    public CompletableFuture<RootAnswer> isValidRoot(RootQuery query) {
        String body =
                "[{\"merkleRoot\":\"%s\",\"blockHeight\":%d}]"
                        .formatted(query.root(), query.height());
        return service.post(
                        "/api/v1/chain/merkleroot/verify",
                        "application/json",
                        body.getBytes(StandardCharsets.UTF_8))
                .thenCompose(
                        reply ->
                                reply.isSuccess()
                                        ? answer(read(reply.json(), query), query)
                                        : CompletableFuture.completedFuture(RootAnswer.UNKNOWN))
                .exceptionally(failure -> RootAnswer.UNKNOWN);
    }

    private CompletableFuture<RootAnswer> answer(Confirmation confirmation, RootQuery query) {
        return switch (confirmation) {
            case CONFIRMED -> CompletableFuture.completedFuture(RootAnswer.TRUE);
            case UNCLEAR -> CompletableFuture.completedFuture(RootAnswer.UNKNOWN);
            case REFUSED ->
                    tip.get()
                            .thenApply(
                                    reached ->
                                            query.height() <= reached
                                                    ? RootAnswer.FALSE
                                                    : RootAnswer.UNKNOWN);
        };
    }

    private static Confirmation read(JsonNode json, RootQuery query) {
        JsonNode first = json.path("confirmations").path(0);
        if (!first.isMissingNode() && !isAbout(first, query)) {
            return Confirmation.UNCLEAR;
        }
        return switch (json.path("confirmationState").asText("")) {
            case "CONFIRMED" -> Confirmation.CONFIRMED;
            // One word in older builds and in the SDK's types, another in newer ones.
            case "INVALID", "UNCONFIRMED" -> Confirmation.REFUSED;
            default -> Confirmation.UNCLEAR;
        };
    }

    private static boolean isAbout(JsonNode confirmation, RootQuery query) {
        String root = confirmation.path("merkleRoot").asText("").toLowerCase(Locale.ROOT);
        return root.equals(query.root().toString())
                && confirmation.path("blockHeight").asLong(-1) == query.height();
    }

    @Override
    public CompletableFuture<Long> currentHeight() {
        return TrackerReplies.height(
                service.name(),
                service.get("/api/v1/chain/tip/longest"),
                json -> json.path("height"));
    }

    @Override
    public CompletableFuture<List<BlockHeader>> headers(long from, int count) {
        return TrackerReplies.headers(
                service.name(),
                service.get(
                        "/api/v1/chain/header/byHeight?height=%d&count=%d".formatted(from, count)),
                json -> {
                    List<BlockHeader> headers = new ArrayList<>();
                    for (JsonNode each : TrackerReplies.array(json)) {
                        headers.add(HeaderFields.ofBlockHeadersService(each).header());
                    }
                    return headers;
                });
    }

    @Override
    public void close() {}
}
