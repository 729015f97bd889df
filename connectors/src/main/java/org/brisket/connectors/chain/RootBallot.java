package org.brisket.connectors.chain;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.brisket.protocol.chain.RootAnswer;

/** The count of trackers' answers to one question, decided as soon as it can be. */
final class RootBallot {
    private final int quorum;
    private final Runnable onDisagreement;
    private final CompletableFuture<RootAnswer> outcome = new CompletableFuture<>();
    private int outstanding;
    private int yes;
    private int no;
    private boolean disputed;

    /**
     * @param onDisagreement runs once if there are both a yes and a no, even after the decision
     */
    RootBallot(int voters, int quorum, Runnable onDisagreement) {
        this.outstanding = voters;
        this.quorum = quorum;
        this.onDisagreement = onDisagreement;
    }

    CompletableFuture<RootAnswer> outcome() {
        return outcome;
    }

    boolean isDecided() {
        return outcome.isDone();
    }

    /** A voter's last word; UNKNOWN means that it has none. */
    void cast(RootAnswer vote) {
        count(vote).ifPresent(outcome::complete);
    }

    private synchronized Optional<RootAnswer> count(RootAnswer vote) {
        outstanding--;
        yes += vote == RootAnswer.TRUE ? 1 : 0;
        no += vote == RootAnswer.FALSE ? 1 : 0;
        if (yes > 0 && no > 0 && !disputed) {
            disputed = true;
            onDisagreement.run();
        }
        if (yes >= quorum) {
            return Optional.of(RootAnswer.TRUE);
        }
        if (no >= quorum) {
            return Optional.of(RootAnswer.FALSE);
        }
        boolean open = Math.max(yes, no) + outstanding >= quorum;
        return open ? Optional.empty() : Optional.of(RootAnswer.UNKNOWN);
    }
}
