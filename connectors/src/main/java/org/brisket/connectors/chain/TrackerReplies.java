package org.brisket.connectors.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.brisket.connectors.http.HttpReply;
import org.brisket.protocol.chain.RootAnswer;

/** What the trackers over HTTP have in common: trouble in asking is UNKNOWN, or no height. */
final class TrackerReplies {
    private TrackerReplies() {}

    static CompletableFuture<RootAnswer> answer(
            CompletableFuture<HttpReply> reply, Function<JsonNode, RootAnswer> judge) {
        return reply.thenApply(
                        answered ->
                                answered.isSuccess()
                                        ? judge.apply(answered.json())
                                        : RootAnswer.UNKNOWN)
                .exceptionally(failure -> RootAnswer.UNKNOWN);
    }

    static CompletableFuture<Long> height(
            String service,
            CompletableFuture<HttpReply> reply,
            Function<JsonNode, JsonNode> field) {
        return reply.thenCompose(
                answered -> {
                    JsonNode height = field.apply(answered.json());
                    return answered.isSuccess() && height.isIntegralNumber()
                            ? CompletableFuture.completedFuture(height.asLong())
                            : CompletableFuture.failedFuture(
                                    new IOException(
                                            "%s gave no height (HTTP status %d)"
                                                    .formatted(service, answered.status())));
                });
    }
}
