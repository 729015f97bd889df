package org.brisket.job.local.summary;

import java.util.Collection;
import org.brisket.protocol.hash.Txid;
import org.brisket.simulator.network.ArcStatus;
import org.brisket.simulator.network.NetworkLedger;
import org.brisket.simulator.network.Post;

/** The truth of the simulated network, out of its own book. */
public record LedgerTruth(NetworkLedger ledger) implements NetworkTruth {
    private static final int TAKEN = 200;

    @Override
    public Fate fateOf(Txid txid) {
        return ledger.state(txid).map(state -> fate(state.status())).orElse(Fate.UNKNOWN);
    }

    private static Fate fate(ArcStatus status) {
        return switch (status) {
            case MINED -> Fate.MINED;
            case SEEN_ON_NETWORK, MINED_IN_STALE_BLOCK -> Fate.WAITING;
            case DOUBLE_SPEND_ATTEMPTED -> Fate.CONTESTED;
            case SEEN_IN_ORPHAN_MEMPOOL -> Fate.ORPHAN;
            case REJECTED -> Fate.REFUSED;
            default -> Fate.UNKNOWN;
        };
    }

    @Override
    public boolean wasRefused(Txid txid) {
        return ledger.postsOf(txid).stream().anyMatch(post -> post.code() != TAKEN)
                || ledger.historyOf(txid).stream()
                        .anyMatch(change -> change.status() == ArcStatus.REJECTED);
    }

    @Override
    public boolean wasTaken(Txid txid) {
        return ledger.postsOf(txid).stream().map(Post::code).anyMatch(code -> code == TAKEN);
    }

    @Override
    public String episodesOf(Collection<Txid> txids) {
        return Check.text(
                "%,d waited as orphans, %,d were contested, %,d lost their block, %,d were refused"
                        + " after acceptance",
                count(txids, ArcStatus.SEEN_IN_ORPHAN_MEMPOOL),
                count(txids, ArcStatus.DOUBLE_SPEND_ATTEMPTED),
                count(txids, ArcStatus.MINED_IN_STALE_BLOCK),
                count(txids, ArcStatus.REJECTED));
    }

    private long count(Collection<Txid> txids, ArcStatus status) {
        return txids.stream()
                .filter(
                        txid ->
                                ledger.historyOf(txid).stream()
                                        .anyMatch(change -> change.status() == status))
                .count();
    }
}
