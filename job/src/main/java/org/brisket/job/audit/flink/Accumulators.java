package org.brisket.job.audit.flink;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.brisket.job.audit.AuditReport;
import org.brisket.job.audit.Counter;
import org.brisket.job.audit.Finding;

/**
 * Counts in the job's accumulators, which are named like the counters; findings go on as records.
 */
final class Accumulators {
    private final Map<Counter, LongCounter> counters = new EnumMap<>(Counter.class);

    Accumulators(RuntimeContext context) {
        for (Counter counter : Counter.values()) {
            counters.put(counter, context.getLongCounter(counter.name()));
        }
    }

    AuditReport reportTo(Consumer<? super Finding> findings) {
        return new AuditReport() {
            @Override
            public void found(Finding finding) {
                findings.accept(finding);
            }

            @Override
            public void count(Counter counter, long more) {
                counters.get(counter).add(more);
            }
        };
    }
}
