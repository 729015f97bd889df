package org.brisket.job.verifier;

import java.util.ArrayList;
import java.util.List;
import org.brisket.state.ledger.LiveDigest;

/** The last rollbacks of a ledger, which explain numbers that no admission has. */
final class UndoneChanges {
    private static final int MAX = 256;

    /**
     * @param sequence of the change that was undone; the number of the undo itself is not told
     */
    private record Undone(long sequence, LiveDigest change) {}

    private final List<Undone> undone = new ArrayList<>();

    void add(long sequence, LiveDigest change) {
        if (undone.size() == MAX) {
            undone.remove(0);
        }
        undone.add(new Undone(sequence, change));
    }

    /** What undone changes with numbers between two others had added before they were undone. */
    LiveDigest appliedBetween(long after, long before) {
        LiveDigest sum = LiveDigest.EMPTY;
        for (Undone one : undone) {
            if (one.sequence() > after && one.sequence() < before) {
                sum = sum.plus(one.change());
            }
        }
        return sum;
    }

    /** Whether undos that came one after the other moved a digest by that much. */
    boolean explain(LiveDigest movement) {
        for (int first = 0; first < undone.size(); first++) {
            LiveDigest sum = LiveDigest.EMPTY;
            for (int last = first; last < undone.size(); last++) {
                sum = sum.minus(undone.get(last).change());
                if (sum.equals(movement)) {
                    return true;
                }
            }
        }
        return false;
    }
}
