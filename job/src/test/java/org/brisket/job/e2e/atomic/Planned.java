package org.brisket.job.e2e.atomic;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A submission of the plan.
 *
 * @param topics what it names, in the order of its header
 * @param baskets the basket ledgers that its transaction touches
 * @param pair the number of the pair of rivals that it belongs to, or -1
 */
record Planned(Made made, List<String> topics, Set<String> baskets, int pair) {
    static final int NO_PAIR = -1;

    String id() {
        return made.id();
    }

    boolean hasRival() {
        return pair != NO_PAIR;
    }

    /** All ledgers in which it must take effect together. */
    Set<String> ledgers() {
        Set<String> ledgers = new TreeSet<>(baskets);
        topics.forEach(topic -> ledgers.add("TOPIC:" + topic));
        return ledgers;
    }
}
