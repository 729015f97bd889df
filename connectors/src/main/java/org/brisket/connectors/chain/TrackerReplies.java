package org.brisket.connectors.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.brisket.connectors.http.HttpReply;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.chain.RootAnswer;
import org.brisket.protocol.header.BlockHeader;

/** What the trackers over HTTP have in common: trouble in asking is UNKNOWN, or no height. */
final class TrackerReplies {
    /** What is in a reply; it fails where that is not what was asked for. */
    interface HeaderReader {
        List<BlockHeader> read(JsonNode json) throws MalformedException;
    }

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

    /** Fails with an IOException also when the reply is not what was asked for. */
    static CompletableFuture<List<BlockHeader>> headers(
            String service, CompletableFuture<HttpReply> reply, HeaderReader reader) {
        return reply.thenCompose(
                answered -> {
                    try {
                        if (answered.isSuccess()) {
                            return CompletableFuture.completedFuture(reader.read(answered.json()));
                        }
                        return failed(service, "HTTP status " + answered.status());
                    } catch (MalformedException e) {
                        return failed(service, e.getMessage());
                    }
                });
    }

    private static <T> CompletableFuture<T> failed(String service, String reason) {
        return CompletableFuture.failedFuture(
                new IOException(service + " gave no headers: " + reason));
    }

    /** The elements of what must be an array. */
    static JsonNode array(JsonNode json) throws MalformedException {
        if (!json.isArray()) {
            throw MalformedException.of("%s where an array was expected", json.getNodeType());
        }
        return json;
    }
}
