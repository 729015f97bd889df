package org.brisket.job.verifier;

import java.util.Optional;
import java.util.TreeMap;
import org.brisket.state.ledger.LiveDigest;

/**
 * Follows one ledger by the numbers of its changes, which arrive out of order because partitions
 * do. It keeps where the ledger stood after all that is settled, and what came early.
 *
 * <p>A number that no admission has is no fault by itself: an undo has one, and so has a
 * transaction that was applied and aborted. What tells is the digest on the other side. If it moved
 * by more than the admission there says, and no rollback explains the rest, a change is missing. It
 * may still come, as long as the network has not accepted its transaction; so it counts as a gap
 * only after a time, or when too much has come behind it.
 */
final class LedgerWatch {
    private static final int MAX_WAITING = 2_048;

    private final VerifierCounts counts;
    private final TreeMap<Long, LedgerChange> waiting = new TreeMap<>();
    private final UndoneChanges undone = new UndoneChanges();
    private long settled;
    private LiveDigest digest = LiveDigest.EMPTY;

    /** The movement that a later gap owes, because an earlier one was excused for it. */
    private Optional<LiveDigest> owed = Optional.empty();

    /** False until a first change is known of a log that has lost its oldest records. */
    private boolean isKnown;

    /**
     * @param fromStart whether the log holds every change since the ledger was empty
     */
    LedgerWatch(boolean fromStart, VerifierCounts counts) {
        this.isKnown = fromStart;
        this.counts = counts;
    }

    void add(LedgerChange change) {
        if (!isKnown) {
            isKnown = true;
            settled = change.sequence();
            digest = change.digest();
        } else if (change.sequence() <= settled
                || waiting.putIfAbsent(change.sequence(), change) != null) {
            counts.repeatedChanges.incrementAndGet();
        }
        settleAdjacent();
        if (waiting.size() > MAX_WAITING) {
            settleFirst(Long.MAX_VALUE, 0);
            settleAdjacent();
        }
    }

    void undo(long sequence, LiveDigest change) {
        undone.add(sequence, change);
    }

    /** Settles what can be: gaps that are explained, and those that are too old. */
    void settle(long nowMillis, long graceMillis) {
        while (!waiting.isEmpty() && settleFirst(nowMillis, graceMillis)) {
            settleAdjacent();
        }
    }

    /** Whether something waits for a change that is missing. */
    boolean hasGap() {
        return !waiting.isEmpty();
    }

    private void settleAdjacent() {
        while (!waiting.isEmpty() && waiting.firstKey() == settled + 1) {
            LedgerChange next = waiting.firstEntry().getValue();
            Optional<LiveDigest> expected = next.change().map(digest::plus);
            if (expected.isPresent()) {
                counts.comparedDigests.incrementAndGet();
                if (!expected.get().equals(next.digest())) {
                    counts.digestMismatches.incrementAndGet();
                }
            }
            take(next);
        }
    }

    /** Takes the first change behind a gap if it may be taken; false if the gap has to wait. */
    private boolean settleFirst(long nowMillis, long graceMillis) {
        LedgerChange next = waiting.firstEntry().getValue();
        boolean explained = next.change().isEmpty() || isExplained(next);
        if (!explained && nowMillis - next.seenMillis() < graceMillis) {
            return false;
        }
        if (explained) {
            counts.comparedDigests.addAndGet(next.change().isPresent() ? 1 : 0);
        } else if (!isTakenBack(next)) {
            counts.sequenceGaps.incrementAndGet();
        }
        take(next);
        return true;
    }

    private boolean isExplained(LedgerChange next) {
        LiveDigest rest = unexplained(settled, digest, next);
        return rest.equals(LiveDigest.EMPTY) || undone.explain(rest);
    }

    /** How much a digest moved across a gap beyond what records tell. */
    private LiveDigest unexplained(long before, LiveDigest from, LedgerChange next) {
        return next.digest()
                .minus(from)
                .minus(next.change().orElse(LiveDigest.EMPTY))
                .minus(undone.appliedBetween(before, next.sequence()));
    }

    /** An aborted transaction has no record: a later gap moves the digest back by as much. */
    private boolean isTakenBack(LedgerChange gap) {
        LiveDigest back = LiveDigest.EMPTY.minus(unexplained(settled, digest, gap));
        LedgerChange last = gap;
        for (LedgerChange next : waiting.tailMap(gap.sequence(), false).values()) {
            if (next.sequence() > last.sequence() + 1
                    && unexplained(last.sequence(), last.digest(), next).equals(back)) {
                owed = Optional.of(back);
                return true;
            }
            last = next;
        }
        return gapTakesBack(gap);
    }

    /** The second half of an aborted transaction whose first half is settled. */
    private boolean gapTakesBack(LedgerChange gap) {
        boolean same = owed.equals(Optional.of(unexplained(settled, digest, gap)));
        owed = same ? Optional.empty() : owed;
        return same;
    }

    private void take(LedgerChange next) {
        settled = next.sequence();
        digest = next.digest();
        waiting.remove(settled);
    }
}
