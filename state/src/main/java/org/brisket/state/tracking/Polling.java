package org.brisket.state.tracking;

/**
 * How far the endpoints have been asked what became of a transaction. Times are in milliseconds
 * since 1970.
 *
 * @param wanted true if it was sent to the network, so that there is something to ask about
 * @param nextMillis when they are asked next; 0 if no time is set
 * @param lastMillis when they were asked last; 0 if never
 * @param count how often they were asked since the transaction entered its phase
 * @param postsUnderWay how often it was posted again without an answer so far
 * @param missedAtHeight the height of the chain's tip when all endpoints had first forgotten it; 0
 *     if one of them holds it as far as is known
 */
public record Polling(
        boolean wanted,
        long nextMillis,
        long lastMillis,
        int count,
        int postsUnderWay,
        long missedAtHeight) {
    /** Nothing was sent, so nobody is asked. */
    public static final Polling NONE = new Polling(false, 0, 0, 0, 0, 0);

    /** Sent, and not asked about yet. */
    public static final Polling SENT = new Polling(true, 0, 0, 0, 0, 0);

    Polling asSent() {
        return new Polling(true, nextMillis, lastMillis, count, postsUnderWay, missedAtHeight);
    }

    /** A new phase has pauses of its own; what is under way stays under way. */
    Polling anew() {
        return new Polling(wanted, 0, lastMillis, 0, postsUnderWay, 0);
    }

    Polling at(long millis) {
        return new Polling(wanted, millis, lastMillis, count, postsUnderWay, missedAtHeight);
    }

    Polling asked(long nowMillis) {
        return new Polling(wanted, 0, nowMillis, count + 1, postsUnderWay, missedAtHeight);
    }

    Polling posting(int more) {
        int underWay = Math.max(0, postsUnderWay + more);
        return new Polling(wanted, nextMillis, lastMillis, count, underWay, missedAtHeight);
    }

    Polling missedAt(long tipHeight) {
        return new Polling(wanted, nextMillis, lastMillis, count, postsUnderWay, tipHeight);
    }
}
