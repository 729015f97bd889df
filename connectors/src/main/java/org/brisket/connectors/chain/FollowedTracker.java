package org.brisket.connectors.chain;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.brisket.protocol.header.BlockHeader;
import org.brisket.protocol.header.HeaderReport;

/** One tracker of a header feed: the way to it, and how far it has been read. */
final class FollowedTracker {
    private static final int BATCH = 1_000;

    /** What it said; without a tip it said nothing. Not taken in yet. */
    record Answer(
            FollowedTracker tracker, OptionalLong tip, long from, List<BlockHeader> headers) {}

    private final String name;
    private final HeaderTracker client;
    private final HeaderCursor cursor;

    FollowedTracker(String name, HeaderTracker client, HeaderCursor cursor) {
        this.name = name;
        this.client = client;
        this.cursor = cursor;
    }

    String name() {
        return name;
    }

    long position() {
        return cursor.position();
    }

    boolean isBehind() {
        return cursor.isBehind();
    }

    /** Asks for what comes next; never fails. An answer is taken before it is asked again. */
    CompletableFuture<Answer> ask() {
        return client.currentHeight()
                .thenCompose(this::askBelow)
                .exceptionally(trouble -> new Answer(this, OptionalLong.empty(), 0, List.of()));
    }

    private CompletableFuture<Answer> askBelow(long tip) {
        long from = cursor.from(tip, client.lowestHeaderBelow(tip));
        return client.headers(from, BATCH)
                .thenApply(headers -> new Answer(this, OptionalLong.of(tip), from, headers));
    }

    HeaderReport take(Answer answer, long nowSeconds) {
        if (answer.tip().isEmpty()) {
            return new HeaderReport(name, List.of(), answer.tip());
        }
        List<BlockHeader> fresh =
                cursor.take(answer.from(), answer.headers(), answer.tip().getAsLong(), nowSeconds);
        return new HeaderReport(name, fresh, answer.tip());
    }
}
