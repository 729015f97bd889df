package org.brisket.connectors.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One round of asking all trackers for the tip: the greatest height that a quorum has reached, or
 * none when too few answer.
 */
final class HeightPoll {
    private final int voters;
    private final int quorum;
    private final CompletableFuture<Optional<Long>> outcome = new CompletableFuture<>();
    private final List<Long> heights = new ArrayList<>();
    private int answered;

    HeightPoll(int voters, int quorum) {
        this.voters = voters;
        this.quorum = quorum;
    }

    CompletableFuture<Optional<Long>> outcome() {
        return outcome;
    }

    /**
     * Takes one tracker's answer; a failed one has no height.
     *
     * @return true for the answer that completes the quorum
     */
    boolean report(Long height) {
        boolean quorumReached;
        boolean complete;
        synchronized (this) {
            answered++;
            if (height != null) {
                heights.add(height);
            }
            complete = answered == voters;
            quorumReached = height != null && heights.size() == quorum;
        }
        if (complete) {
            finish();
        }
        return quorumReached;
    }

    /** Decides with what has been reported so far. */
    void finish() {
        List<Long> reported;
        synchronized (this) {
            reported = new ArrayList<>(heights);
        }
        if (reported.size() < quorum) {
            outcome.complete(Optional.empty());
            return;
        }
        reported.sort(Comparator.reverseOrder());
        outcome.complete(Optional.of(reported.get(quorum - 1)));
    }
}
