package org.brisket.operators.decision;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.brisket.operators.metrics.Metric;
import org.brisket.operators.metrics.RecentDurations;
import org.brisket.operators.metrics.StepMetrics;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.state.coordination.Decision;
import org.brisket.state.coordination.DecisionCodec;

/**
 * Reads committed decisions back. All of them go to tracking, without the transactions, which it
 * does not need; commits that ask for a broadcast also go there, whole.
 */
public final class ReadDecisions extends ProcessFunction<KafkaRecord, Decision> {
    private static final long serialVersionUID = 1L;

    public static final OutputTag<Decision> TO_BROADCAST =
            new OutputTag<>("decisions-to-broadcast", new DecisionCodec().typeInfo());

    private transient RecentDurations loop;

    @Override
    public void open(OpenContext context) {
        loop = StepMetrics.of(getRuntimeContext()).durations(Metric.LOOP_MILLIS);
    }

    @Override
    public void processElement(KafkaRecord source, Context context, Collector<Decision> out) {
        Decision decision = DecisionRecords.read(source);
        loop.update(System.currentTimeMillis() - source.timestamp());
        if (decision instanceof Decision.Commit commit) {
            out.collect(commit.withoutTransactions());
            if (!commit.transactions().isEmpty()) {
                context.output(TO_BROADCAST, commit);
            }
        } else {
            out.collect(decision);
        }
    }
}
