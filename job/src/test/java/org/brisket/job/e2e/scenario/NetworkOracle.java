package org.brisket.job.e2e.scenario;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Those of which our records say otherwise than the book; open on either side counts too. */
    Set<Txid> differing(Set<Txid> decided, Records records) {
        return decided.stream()
                .filter(txid -> !records.stands(txid).equals(Optional.of(isMined(txid))))
                .collect(Collectors.toSet());
    }

    /** Those that a block holds although our records undo them. */
    Set<Txid> returned(Set<Txid> decided, Records records) {
        return decided.stream()
                .filter(txid -> isMined(txid) && records.stands(txid).equals(Optional.of(false)))
                .collect(Collectors.toSet());
    }

    private boolean isMined(Txid txid) {
        return truth.fateOf(txid) == Fate.MINED;
    }

    String describe(Txid txid, Records records) {
        return describe(
                txid, records.stands(txid).map(is -> is ? "admitted" : UNDONE).orElse("open"));
    }

    /** The same for the phases that the job holds. */
    Map<Txid, String> differingPhases(Map<Txid, String> phases) {
        Map<Txid, String> differences = new HashMap<>();
        phases.forEach(
                (txid, phase) -> {
                    boolean right =
                            isMined(txid) ? CONFIRMED.contains(phase) : phase.equals(UNDONE);
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
