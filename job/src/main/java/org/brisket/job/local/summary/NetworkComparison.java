package org.brisket.job.local.summary;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.brisket.job.local.summary.NetworkTruth.Fate;
import org.brisket.job.local.traffic.Answers;
import org.brisket.job.local.traffic.Records;
import org.brisket.job.local.traffic.SentSubmission;
import org.brisket.protocol.hash.Txid;

/** Our final word on every transaction that we decided to admit, beside the network's. */
final class NetworkComparison {
    private final Map<Agreement, List<String>> found = new EnumMap<>(Agreement.class);
    private final Records records;
    private final NetworkTruth truth;
    private final Set<Txid> decided;
    private int mined;

    NetworkComparison(Answers answers, Records records, NetworkTruth truth) {
        this.records = records;
        this.truth = truth;
        for (Agreement agreement : Agreement.values()) {
            found.put(agreement, new ArrayList<>());
        }
        this.decided = decided(answers);
        for (Txid txid : decided) {
            Fate fate = truth.fateOf(txid);
            mined += fate == Fate.MINED && truth.wasTaken(txid) ? 1 : 0;
            found.get(compare(txid, fate)).add(txid + " is " + fate);
        }
    }

    private Set<Txid> decided(Answers answers) {
        Set<Txid> decided = new LinkedHashSet<>();
        answers.submissions().stream()
                .map(SentSubmission::txid)
                .flatMap(Optional::stream)
                .filter(records::isCommitted)
                .forEach(decided::add);
        return decided;
    }

    private Agreement compare(Txid txid, Fate fate) {
        Optional<Boolean> stands = records.stands(txid);
        if (stands.isEmpty()) {
            return Agreement.OPEN;
        }
        return stands.get() ? admitted(fate) : undone(txid, fate);
    }

    private static Agreement admitted(Fate fate) {
        return switch (fate) {
            case MINED, WAITING -> Agreement.AGREES;
            case CONTESTED -> Agreement.STILL_CONTESTED;
            case ORPHAN, REFUSED, UNKNOWN -> Agreement.WRONG;
        };
    }

    private Agreement undone(Txid txid, Fate fate) {
        boolean alive = fate == Fate.MINED || fate == Fate.WAITING || fate == Fate.CONTESTED;
        if (!alive) {
            return Agreement.AGREES;
        }
        return records.isIncident(txid) ? Agreement.TOLD : Agreement.WRONG;
    }

    private int count(Agreement agreement) {
        return found.get(agreement).size();
    }

    /** Whether the network and we have come to terms, as far as the network has. */
    boolean isSettled() {
        return count(Agreement.OPEN) + count(Agreement.WRONG) == 0;
    }

    /** Whether every difference is one that is not our mistake. */
    Check check() {
        int gaps = 0;
        int all = 0;
        for (Agreement agreement : Agreement.values()) {
            all += count(agreement);
            gaps += agreement.isKnownGap() ? count(agreement) : 0;
        }
        String text =
                Check.text(
                        "our final word beside the network's: %,d transactions, %,d agree, %,d open,"
                                + " %,d differ in known ways, %,d wrong",
                        all,
                        count(Agreement.AGREES),
                        count(Agreement.OPEN),
                        gaps,
                        count(Agreement.WRONG));
        List<String> wrong = found.get(Agreement.WRONG);
        return new Check("network", wrong.isEmpty(), text + Check.examples(wrong));
    }

    /** A line for each way in which they differ. */
    List<String> differences() {
        List<String> lines = new ArrayList<>();
        found.forEach(
                (agreement, examples) -> {
                    boolean open = agreement == Agreement.OPEN;
                    if (!examples.isEmpty() && (open || agreement.isKnownGap())) {
                        lines.add(
                                Check.text("  differ: %,d %s", examples.size(), agreement.text())
                                        + Check.examples(examples.subList(0, 1)));
                    }
                });
        return lines;
    }

    /** What happened to them on the network. */
    String episodes() {
        return "  on the network: " + truth.episodesOf(decided);
    }

    /** How many of those that we sent there a block of the network holds. */
    int mined() {
        return mined;
    }
}
