package org.brisket.job.audit;

import java.util.Optional;
import org.brisket.job.audit.ReplayEntry.Kind;
import org.brisket.state.ledger.LiveDigest;

/**
 * Adds up the changes of one ledger in the order of their numbers, and compares digests.
 *
 * <p>A digest is comparable in two cases. If the change before is known too, the digest must have
 * moved by exactly what the record says. If numbers are missing in between (undone changes whose
 * time the log does not tell, and transactions that were aborted), it must be the sum of all that
 * stands, unless some change before it was still applied then and undone later: a digest that is
 * not that sum proves nothing then, and is counted as not comparable. The digest of the savepoint
 * must be the sum of all that stands in any case.
 */
public final class LedgerReplay {
    private final String ledger;
    private final AuditReport report;
    private ReplayEntry position;

    private LiveDigest standing = LiveDigest.EMPTY;
    private boolean standingIsKnown = true;

    private long lastSequence;
    private String lastSubject = "";
    private Optional<LiveDigest> lastDigest = Optional.of(LiveDigest.EMPTY);

    public LedgerReplay(String ledger, AuditReport report) {
        this.ledger = ledger;
        this.report = report;
    }

    /** Takes the next entry: the position first, then the changes in ascending order. */
    public void add(ReplayEntry entry) {
        if (entry.kind() == Kind.POSITION) {
            position = entry;
        } else if (position == null || entry.sequence() > position.sequence()) {
            report.count(Counter.AFTER_SAVEPOINT);
        } else {
            replay(entry);
        }
    }

    private void replay(ReplayEntry entry) {
        if (entry.kind() == Kind.LOGGED_ONLY) {
            String expected = "applied, or undone by a rollback record";
            found(Check.ADMISSION_NOT_HELD, entry, expected, "neither");
        }
        if (entry.sequence() == lastSequence) {
            found(Check.SEQUENCE_TWICE, entry, "one transaction", "also " + lastSubject);
        }
        if (entry.kind() == Kind.STANDING) {
            standing = standing.plus(entry.change().orElse(LiveDigest.EMPTY));
            standingIsKnown &= entry.change().isPresent();
        }
        compare(entry);
    }

    private void compare(ReplayEntry entry) {
        Optional<LiveDigest> expected = step(entry);
        if (expected.isPresent() && entry.digest().isPresent()) {
            checkStep(entry, expected.get());
        } else {
            checkSum(entry);
        }
        lastSequence = entry.sequence();
        lastSubject = entry.subject();
        lastDigest = entry.digest().or(() -> expected);
    }

    /** The digest after an entry, if the change before it is known. */
    private Optional<LiveDigest> step(ReplayEntry entry) {
        return entry.sequence() == lastSequence + 1
                ? lastDigest.flatMap(last -> entry.change().map(last::plus))
                : Optional.empty();
    }

    private void checkStep(ReplayEntry entry, LiveDigest expected) {
        report.count(Counter.COMPARED_DIGESTS);
        if (!expected.equals(entry.digest().get())) {
            String words = "digest " + expected + " after change " + lastSequence;
            found(Check.LOG_DIGEST, entry, words, entry.digest().get().toString());
        }
    }

    private void checkSum(ReplayEntry entry) {
        if (entry.digest().isEmpty()) {
            return;
        }
        LiveDigest sum = standing;
        if (entry.kind() != Kind.STANDING) {
            // It was applied then, though it is not now.
            sum = sum.plus(entry.change().orElse(LiveDigest.EMPTY));
        }
        boolean settled = standingIsKnown && entry.digest().get().equals(sum);
        report.count(settled ? Counter.COMPARED_DIGESTS : Counter.INCOMPARABLE_DIGESTS);
    }

    /** Compares what stands with where the ledger stood. */
    public void finish() {
        if (position == null) {
            return;
        }
        if (position.change().isEmpty() || !standingIsKnown) {
            report.count(Counter.INCOMPARABLE_DIGESTS);
            return;
        }
        report.count(Counter.COMPARED_DIGESTS);
        LiveDigest sum = standing.plus(position.change().get());
        if (!sum.equals(position.digest().orElseThrow())) {
            String expected = position.digest().get() + " of the savepoint";
            found(Check.FINAL_DIGEST, position, expected, sum + " of the log");
        }
    }

    private void found(Check check, ReplayEntry entry, String expected, String found) {
        String subject = entry.subject().isEmpty() ? "digest of the live coins" : entry.subject();
        report.found(new Finding(check, ledger, entry.sequence(), subject, expected, found));
    }
}
