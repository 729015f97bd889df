package org.brisket.job.audit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What an audit came to: the first findings, how many there are in all, and what was looked at. */
public record AuditResult(List<Finding> first, long findings, Map<Counter, Long> counts) {
    public AuditResult {
        first = List.copyOf(first);
        counts = Collections.unmodifiableMap(new EnumMap<>(counts));
    }

    public boolean isClean() {
        return findings == 0;
    }

    /** Keeps the first of the findings, in whatever order they come. */
    public static final class Collector {
        private final int limit;
        private final TreeSet<Finding> first = new TreeSet<>();
        private long findings;

        public Collector(int limit) {
            this.limit = limit;
        }

        public void add(Finding finding) {
            findings++;
            first.add(finding);
            if (first.size() > limit) {
                first.pollLast();
            }
        }

        public AuditResult result(Map<Counter, Long> counts) {
            return new AuditResult(List.copyOf(first), findings, counts);
        }
    }
}
