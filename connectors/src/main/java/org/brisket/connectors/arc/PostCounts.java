package org.brisket.connectors.arc;

import java.util.concurrent.atomic.AtomicLong;
import org.brisket.protocol.broadcast.EndpointHealth;

/** Counts how posts to one endpoint end. Safe for concurrent use. */
final class PostCounts {
    private final AtomicLong posts = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private volatile boolean up = true;

    /** Gives the reply back; one without an answer to any transaction is a failure. */
    ArcReply count(ArcReply reply) {
        posts.incrementAndGet();
        up = !reply.answers().isEmpty();
        if (!up) {
            failed.incrementAndGet();
        }
        return reply;
    }

    EndpointHealth of(String endpoint) {
        return new EndpointHealth(endpoint, posts.get(), failed.get(), up);
    }
}
