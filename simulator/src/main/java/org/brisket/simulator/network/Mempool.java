package org.brisket.simulator.network;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.hash.Txid;

/**
 * How transactions enter: first come first kept if their parents are known, else as orphans that
 * wait for a parent. Guarded by its ledger's lock.
 */
final class Mempool {
    private final HeldTransactions held;
    private final Acceptance acceptance;
    private final OrphanPool orphans = new OrphanPool();

    Mempool(HeldTransactions held, Acceptance acceptance) {
        this.held = held;
        this.acceptance = acceptance;
    }

    /** Takes the transaction, or says why not; one that is already held is not looked at again. */
    Optional<Verdict.Refused> offer(PostedTransaction posted, AcceptanceOptions skips) {
        if (held.contains(posted.txid())) {
            return Optional.empty();
        }
        SourceOutputs sources = acceptance.sourcesOf(posted);
        NetworkTransaction candidate = new NetworkTransaction(posted);
        Optional<Verdict.Refused> refusal =
                acceptance.check(candidate, sources, skips, orphans.size());
        if (refusal.isEmpty()) {
            keep(candidate, sources);
        }
        return refusal;
    }

    private void keep(NetworkTransaction candidate, SourceOutputs sources) {
        if (sources.unknown().isEmpty()) {
            held.makeMinable(candidate, ArcStatus.SEEN_ON_NETWORK, "");
            adoptOrphansOf(candidate.txid());
        } else {
            held.hold(candidate, ArcStatus.SEEN_IN_ORPHAN_MEMPOOL, "parents are unknown");
            orphans.add(candidate.txid(), sources.unknown());
        }
    }

    /** An arrived parent may free orphans, and each of them further ones. */
    void adoptOrphansOf(Txid arrived) {
        Deque<Txid> parents = new ArrayDeque<>(List.of(arrived));
        while (!parents.isEmpty()) {
            for (Txid orphan : orphans.waitingFor(parents.poll())) {
                if (adopt(held.find(orphan).orElseThrow())) {
                    parents.add(orphan);
                }
            }
        }
    }

    private boolean adopt(NetworkTransaction orphan) {
        SourceOutputs sources = acceptance.sourcesOf(orphan.posted);
        Optional<Verdict.Refused> refusal =
                sources.refusal().or(() -> acceptance.checkConflicts(orphan.transaction()));
        if (refusal.isEmpty() && !sources.unknown().isEmpty()) {
            return false;
        }
        orphans.remove(orphan.txid());
        if (refusal.isPresent()) {
            orphan.competing = refusal.get().competing();
            held.become(orphan, ArcStatus.REJECTED, refusal.get().detail());
            return false;
        }
        held.makeMinable(orphan, ArcStatus.SEEN_ON_NETWORK, "");
        return true;
    }
}
