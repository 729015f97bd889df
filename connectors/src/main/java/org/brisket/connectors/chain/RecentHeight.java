package org.brisket.connectors.chain;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A tip's height, asked for once a second at most. That there was no answer is remembered too, so
 * that trouble does not multiply requests.
 */
final class RecentHeight {
    private static final Duration EXPIRY = Duration.ofSeconds(1);

    private final String source;
    private final Supplier<CompletableFuture<Optional<Long>>> ask;
    private final AsyncCache<String, Optional<Long>> recent =
            Caffeine.newBuilder()
                    .maximumSize(1)
                    .expireAfterWrite(EXPIRY)
                    .executor(Runnable::run)
                    .buildAsync();

    /**
     * @param ask never fails; empty when there is no answer
     */
    RecentHeight(String source, Supplier<CompletableFuture<Optional<Long>>> ask) {
        this.source = source;
        this.ask = ask;
    }

    CompletableFuture<Long> get() {
        return recent.get("tip", (key, executor) -> ask.get()).thenCompose(this::known);
    }

    private CompletableFuture<Long> known(Optional<Long> height) {
        return height.map(CompletableFuture::completedFuture)
                .orElseGet(
                        () ->
                                CompletableFuture.failedFuture(
                                        new IOException("no height from " + source)));
    }
}
