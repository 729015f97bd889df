package org.brisket.job.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Keeps what an audit finds and counts. */
final class RecordingReport implements AuditReport {
    final List<Finding> findings = new ArrayList<>();
    final Map<Counter, Long> counts = new EnumMap<>(Counter.class);

    @Override
    public void found(Finding finding) {
        findings.add(finding);
    }

    @Override
    public void count(Counter counter, long more) {
        counts.merge(counter, more, Long::sum);
    }

    long counted(Counter counter) {
        return counts.getOrDefault(counter, 0L);
    }

    List<Check> checks() {
        return findings.stream().map(Finding::check).toList();
    }
}
