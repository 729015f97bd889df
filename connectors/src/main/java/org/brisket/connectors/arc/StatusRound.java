package org.brisket.connectors.arc;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.brisket.protocol.broadcast.BroadcastOutcome;
import org.brisket.protocol.broadcast.StatusReport;
import org.brisket.protocol.hash.Txid;

/** One question to all endpoints, and their answers together. */
final class StatusRound {
    private StatusRound() {}

    static CompletableFuture<StatusReport> ask(List<ArcClient> endpoints, Txid txid) {
        List<CompletableFuture<ArcStatus>> asked =
                endpoints.stream().map(endpoint -> endpoint.status(txid)).toList();
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                .thenApply(done -> report(txid, asked.stream().map(a -> a.join()).toList()));
    }

    private static StatusReport report(Txid txid, List<ArcStatus> statuses) {
        return new StatusReport(
                new BroadcastOutcome(txid, statuses.stream().map(ArcStatus::answer).toList()),
                statuses.stream().map(ArcStatus::path).flatMap(Optional::stream).toList());
    }
}
