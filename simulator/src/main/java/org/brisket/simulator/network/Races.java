package org.brisket.simulator.network;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.brisket.protocol.hash.Txid;

/**
 * Double spends. The transaction that nodes saw first stays in the mempool, and its rival waits
 * outside; both count as contested until a block holds one of them. Guarded by its ledger's lock.
 */
final class Races {
    private static final int MAX_COMPETING = 16;

    private final HeldTransactions held;
    private final Acceptance acceptance;
    private final Eviction eviction;
    private final Set<Txid> preferred = new LinkedHashSet<>();

    Races(HeldTransactions held, Acceptance acceptance, Eviction eviction) {
        this.held = held;
        this.acceptance = acceptance;
        this.eviction = eviction;
    }

    /** Nodes see a transaction that spends what another one in the mempool spends. */
    Optional<Verdict.Refused> enter(PostedTransaction posted) {
        NetworkTransaction rival = new NetworkTransaction(posted);
        SourceOutputs sources = acceptance.sourcesOf(posted);
        Optional<Verdict.Refused> refusal =
                acceptance.checkAlone(rival, sources).or(() -> checkContested(posted, sources));
        if (refusal.isEmpty()) {
            for (Txid competitor : held.competitorsOf(posted.transaction())) {
                contest(held.find(competitor).orElseThrow(), rival);
            }
            held.hold(rival, ArcStatus.DOUBLE_SPEND_ATTEMPTED, "double spend");
        }
        return refusal;
    }

    private Optional<Verdict.Refused> checkContested(
            PostedTransaction posted, SourceOutputs sources) {
        Set<Txid> competitors = held.competitorsOf(posted.transaction());
        boolean open =
                !competitors.isEmpty()
                        && sources.unknown().isEmpty()
                        && competitors.stream().noneMatch(this::isMined);
        return open
                ? Optional.empty()
                : Optional.of(
                        new Verdict.Refused(
                                Acceptance.CONFLICT,
                                "no unmined transaction to compete with",
                                List.copyOf(competitors)));
    }

    private boolean isMined(Txid txid) {
        return held.find(txid).filter(NetworkTransaction::isMined).isPresent();
    }

    private void contest(NetworkTransaction first, NetworkTransaction rival) {
        rival.competing = with(rival.competing, first.txid());
        first.competing = with(first.competing, rival.txid());
        held.become(first, ArcStatus.DOUBLE_SPEND_ATTEMPTED, "double spend");
    }

    private static List<Txid> with(List<Txid> competing, Txid another) {
        List<Txid> more = new ArrayList<>(competing);
        if (more.size() < MAX_COMPETING && !more.contains(another)) {
            more.add(another);
        }
        return List.copyOf(more);
    }

    /** The next block holds the rival, and not what it competes with. */
    void prefer(Txid rival) {
        preferred.add(rival);
    }

    /** Lets the rivals that miners prefer take their places, if they still can. */
    void settle() {
        for (Txid txid : preferred) {
            held.find(txid).filter(rival -> !rival.spendable).ifPresent(this::takePlace);
        }
        preferred.clear();
    }

    private void takePlace(NetworkTransaction rival) {
        Set<Txid> losers = held.competitorsOf(rival.transaction());
        boolean possible =
                losers.stream().noneMatch(this::isMined)
                        && acceptance.sourcesOf(rival.posted).unknown().isEmpty();
        if (possible) {
            losers.forEach(loser -> refuse(held.find(loser).orElseThrow(), rival.txid()));
            held.makeMinable(rival, ArcStatus.DOUBLE_SPEND_ATTEMPTED, "double spend");
        }
    }

    /** A block holds a transaction: its rivals have lost. */
    void end(NetworkTransaction winner) {
        for (Txid rival : winner.competing) {
            held.find(rival)
                    .filter(loser -> !loser.isMined() && !loser.isRefused())
                    .ifPresent(loser -> refuse(loser, winner.txid()));
        }
    }

    /** The winner has won, or is about to. */
    void refuse(NetworkTransaction loser, Txid winner) {
        String reason = "double spend lost to " + winner;
        if (loser.spendable) {
            eviction.evict(loser, reason, List.of(winner));
        } else {
            loser.competing = List.of(winner);
            held.become(loser, ArcStatus.REJECTED, reason);
        }
    }
}
