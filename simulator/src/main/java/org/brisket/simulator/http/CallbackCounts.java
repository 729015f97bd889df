package org.brisket.simulator.http;

/**
 * What became of callbacks so far: those that were due, and how many of them were lost, sent twice
 * or late on purpose; forged ones besides; and those that found too many under way.
 */
public record CallbackCounts(
        long due, long lost, long duplicated, long reordered, long forged, long dropped) {

    CallbackCounts plus(CallbackCounts more) {
        return new CallbackCounts(
                due + more.due,
                lost + more.lost,
                duplicated + more.duplicated,
                reordered + more.reordered,
                forged + more.forged,
                dropped + more.dropped);
    }
}
