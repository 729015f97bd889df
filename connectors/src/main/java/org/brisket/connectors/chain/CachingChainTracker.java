package org.brisket.connectors.chain;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.brisket.protocol.chain.ChainTracker;
import org.brisket.protocol.chain.RootAnswer;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.chain.TrackerCounts;

/**
 * A chain tracker's memory: it keeps TRUE for a while, and never FALSE or UNKNOWN, which may change
 * with the next block. A question that is under way is not asked a second time.
 */
public final class CachingChainTracker implements ChainTracker {
    private final ChainTracker source;
    private final AsyncCache<RootQuery, RootAnswer> answers;

    CachingChainTracker(ChainTracker source, Duration expiry, long maxEntries) {
        this.source = source;
        this.answers =
                Caffeine.newBuilder()
                        .maximumSize(maxEntries)
                        .expireAfterWrite(expiry)
                        .executor(Runnable::run)
                        .buildAsync();
    }

    @Override
    public CompletableFuture<RootAnswer> isValidRoot(RootQuery query) {
        CompletableFuture<RootAnswer> answer =
                answers.get(query, (asked, executor) -> source.isValidRoot(asked));
        // The callers' stage comes after the removal: none may ask again and find what is no TRUE.
        return answer.whenComplete(
                (known, failure) -> {
                    if (known != RootAnswer.TRUE) {
                        answers.asMap().remove(query, answer);
                    }
                });
    }

    @Override
    public void forgetFrom(long height) {
        answers.asMap().keySet().removeIf(query -> query.height() >= height);
    }

    @Override
    public CompletableFuture<Long> currentHeight() {
        return source.currentHeight();
    }

    @Override
    public TrackerCounts counts() {
        return source.counts();
    }

    @Override
    public void close() {
        source.close();
        answers.synchronous().invalidateAll();
    }
}
