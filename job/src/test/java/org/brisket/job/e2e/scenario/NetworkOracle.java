package org.brisket.job.e2e.scenario;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.brisket.job.local.summary.LedgerTruth;
import org.brisket.job.local.summary.NetworkTruth.Fate;
import org.brisket.job.local.traffic.Records;
import org.brisket.protocol.hash.Txid;
import org.brisket.simulator.network.NetworkLedger;

/**
 * Our final word on each decided transaction beside the network's own book, without mercy: what a
 * block holds is admitted and confirmed, everything else is undone.
 */
final class NetworkOracle {
    private static final Set<String> CONFIRMED = Set.of("confirmed", "final");
    private static final String UNDONE = "rolled-back";

    private final NetworkLedger book;
    private final LedgerTruth truth;

    NetworkOracle(NetworkLedger book) {
        this.book = book;
        this.truth = new LedgerTruth(book);
    }

    /** How many of these have which fate. */
    Map<Fate, Integer> fates(Set<Txid> decided) {
        Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
        decided.forEach(txid -> fates.merge(truth.fateOf(txid), 1, Integer::sum));
        return fates;
    }

    /** What our records say otherwise than the book; what is open on the network counts too. */
    List<String> differingRecords(Set<Txid> decided, Records records) {
        List<String> differences = new ArrayList<>();
        for (Txid txid : decided) {
            boolean mined = truth.fateOf(txid) == Fate.MINED;
            Optional<Boolean> stands = records.stands(txid);
            if (!stands.equals(Optional.of(mined))) {
                String ours = stands.map(is -> is ? "admitted" : UNDONE).orElse("open");
                differences.add(describe(txid, ours));
            }
        }
        return differences;
    }

    /** The same for the phases that the job holds. */
    Map<Txid, String> differingPhases(Map<Txid, String> phases) {
        Map<Txid, String> differences = new HashMap<>();
        phases.forEach(
                (txid, phase) -> {
                    boolean mined = truth.fateOf(txid) == Fate.MINED;
                    boolean right = mined ? CONFIRMED.contains(phase) : phase.equals(UNDONE);
                    if (!right) {
                        differences.put(txid, describe(txid, phase));
                    }
                });
        return differences;
    }

    private String describe(Txid txid, String ours) {
        return "%s is %s, on the network %s %s %s"
                .formatted(
                        txid,
                        ours,
                        truth.fateOf(txid),
                        book.historyOf(txid).stream().map(change -> change.status()).toList(),
                        book.postsOf(txid).stream()
                                .limit(4)
                                .map(post -> post.endpoint() + " " + post.code())
                                .toList());
    }
}
