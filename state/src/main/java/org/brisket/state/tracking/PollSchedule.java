package org.brisket.state.tracking;

import java.io.Serializable;

/**
 * When endpoints are asked about a transaction. Callbacks get lost, so that asking is what a
 * tracker relies on; but most transactions are accepted at once and mined soon, and asking about
 * each every few seconds would cost more than sending it.
 *
 * @param stepMillis the shortest pause, of which all others are multiples; 0 if nobody is asked
 */
public record PollSchedule(long stepMillis) implements Serializable {
    public static final PollSchedule NEVER = new PollSchedule(0);

    private static final int FREQUENT = 3;
    private static final int REGULAR = 13;
    private static final int SLOW = 13 + 24;
    private static final int AFTER_ROLLBACK = 5;

    boolean isFollowed() {
        return stepMillis > 0;
    }

    /** True if a transaction that was asked about so often in this phase is asked about again. */
    boolean asksAgain(Phase phase, int count) {
        return isFollowed()
                && switch (phase) {
                    case DECIDED, IN_FLIGHT, ACCEPTED, CONTESTED, SUSPECT -> true;
                    case ROLLED_BACK -> count < AFTER_ROLLBACK;
                    // Blocks have the word, and the own headers know them.
                    case CONFIRMED, FINAL -> false;
                };
    }

    /**
     * The pause before the next question. With a step of 5 s: what has no clear verdict is asked
     * about after 5 s three times, after 30 s ten times, after 5 min for two hours and after 10 min
     * from then on; what was accepted begins with 5 min; what was rolled back with 5 min, too, and
     * each pause is twice the one before.
     */
    long pauseMillis(Phase phase, int count) {
        return switch (phase) {
            case ROLLED_BACK -> 60 * stepMillis << Math.min(count, AFTER_ROLLBACK);
            case DECIDED, ACCEPTED -> later(count + REGULAR);
            default -> later(count);
        };
    }

    private long later(int count) {
        if (count < FREQUENT) {
            return stepMillis;
        }
        if (count < REGULAR) {
            return 6 * stepMillis;
        }
        return (count < SLOW ? 60 : 120) * stepMillis;
    }
}
