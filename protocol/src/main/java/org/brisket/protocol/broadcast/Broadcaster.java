package org.brisket.protocol.broadcast;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.brisket.protocol.hash.Txid;

/**
 * Someone who hands transactions to the network. Safe for concurrent use; retries and time limits
 * are its own. The future never completes exceptionally: an endpoint in trouble is an answer too.
 */
public interface Broadcaster extends AutoCloseable {
    CompletableFuture<BroadcastOutcome> broadcast(BroadcastRequest request);

    /** Asks every endpoint once what became of a transaction. */
    CompletableFuture<StatusReport> status(Txid txid);

    /** One entry for each endpoint, always in the same order; none if there is nothing to tell. */
    default List<EndpointHealth> health() {
        return List.of();
    }

    @Override
    void close();
}
