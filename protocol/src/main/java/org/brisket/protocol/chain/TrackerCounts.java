package org.brisket.protocol.chain;

/**
 * Running totals of one chain tracker, for metrics.
 *
 * @param questions that were put to the outside, each by however many waited for it
 * @param disagreements questions to which one service said TRUE and another FALSE
 * @param suspended services that are not asked at the moment because they kept failing
 */
public record TrackerCounts(long questions, long disagreements, long suspended) {
    public static final TrackerCounts NONE = new TrackerCounts(0, 0, 0);
}
