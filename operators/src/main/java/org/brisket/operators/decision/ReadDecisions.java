package org.brisket.operators.decision;

import java.util.Locale;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.brisket.operators.metrics.Metric;
import org.brisket.operators.metrics.RecentDurations;
import org.brisket.operators.metrics.StepMetrics;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.state.coordination.Decision;
import org.brisket.state.coordination.DecisionCodec;
import org.brisket.state.coordination.Timelines;
import org.brisket.state.coordination.Written;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads committed decisions back. All of them go to tracking, and commits that ask for a broadcast
 * also go there; the tracker keeps what was sent, to send it again if the network forgets it. What
 * the tracker itself wants to be sent or asked goes only where that is done.
 *
 * <p>A decision that the restored state never made ends the job, unless it was told to leave that
 * history: then the decision is passed over, counted and logged.
 */
public final class ReadDecisions extends ProcessFunction<KafkaRecord, Decision>
        implements CheckpointedFunction {
    public static final OutputTag<Decision> TO_BROADCAST =
            new OutputTag<>("decisions-to-broadcast", new DecisionCodec().typeInfo());

    /** Transactions that endpoints are to be asked about. */
    public static final OutputTag<Decision> TO_ASK =
            new OutputTag<>("decisions-to-ask", new DecisionCodec().typeInfo());

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ReadDecisions.class);

    private final Lineage lineage;
    private transient History history;
    private transient Counter abandoned;
    private transient RecentDurations loop;

    public ReadDecisions(Lineage lineage) {
        this.lineage = lineage;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        history = new History(lineage, context);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        history.snapshot(context.getCheckpointId());
    }

    @Override
    public void open(OpenContext context) {
        StepMetrics metrics = StepMetrics.of(getRuntimeContext());
        abandoned = metrics.counter(Metric.DECISIONS_ABANDONED);
        loop = metrics.durations(Metric.LOOP_MILLIS);
    }

    @Override
    public void processElement(KafkaRecord source, Context context, Collector<Decision> out) {
        Decision decision = DecisionRecords.read(source);
        loop.update(System.currentTimeMillis() - source.timestamp());
        switch (standing(source)) {
            case OURS -> pass(decision, context, out);
            case ABANDONED -> passOver(source, decision);
            case AHEAD -> throw new SuppressRestartsException(ahead(source));
        }
    }

    /** Decisions of builds that did not say when they wrote are taken as they are. */
    private Timelines.Standing standing(KafkaRecord source) {
        return source.header(History.HEADER)
                .map(header -> history.standing(Written.parse(header.text())))
                .orElse(Timelines.Standing.OURS);
    }

    private static void pass(Decision decision, Context context, Collector<Decision> out) {
        if (decision instanceof Decision.Poll poll) {
            context.output(poll.transactions().isEmpty() ? TO_ASK : TO_BROADCAST, poll);
            return;
        }
        out.collect(decision);
        if (decision instanceof Decision.Commit commit && !commit.transactions().isEmpty()) {
            context.output(TO_BROADCAST, commit);
        }
    }

    private void passOver(KafkaRecord source, Decision decision) {
        abandoned.inc();
        LOG.warn(
                "passed over the {} of {} at {}, which belongs to a history that was given up; the"
                        + " network may hold the transaction",
                decision.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                decision.txid(),
                source.position());
    }

    private IllegalStateException ahead(KafkaRecord source) {
        return new IllegalStateException(
                history.beginning()
                        + ", but the decision at "
                        + source.position()
                        + " was made after that: this is a rewind. Restore the newest checkpoint or"
                        + " savepoint, or give up what came after this one with --rewind NAME"
                        + " (docs/upgrades.md)");
    }
}
