package org.brisket.operators.output;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.brisket.operators.metrics.AnswerMetrics;
import org.brisket.operators.metrics.Metric;
import org.brisket.operators.metrics.RecentDurations;
import org.brisket.operators.metrics.StepMetrics;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.state.submission.Refusal;
import org.brisket.state.tracking.SubmissionResult;

/** Answers a refused submission and puts it with the dead letters. */
public final class PublishRefusals extends RichFlatMapFunction<Refusal, OutboundRecord> {
    private static final long serialVersionUID = 1L;

    private final OutputTopics topics;
    private transient OutputRecords records;
    private transient AnswerMetrics answers;
    private transient RecentDurations processing;

    public PublishRefusals(OutputTopics topics) {
        this.topics = topics;
    }

    @Override
    public void open(OpenContext context) {
        records = new OutputRecords(topics);
        StepMetrics metrics = StepMetrics.of(getRuntimeContext());
        answers = new AnswerMetrics(metrics);
        processing = metrics.durations(Metric.PROCESSING_MILLIS);
    }

    @Override
    public void flatMap(Refusal refusal, Collector<OutboundRecord> out) {
        SubmissionResult result = SubmissionResult.of(refusal);
        out.collect(records.result(result));
        out.collect(records.deadLetter(result, refusal.source()));
        answers.count(result);
        processing.update(System.currentTimeMillis() - refusal.source().timestamp());
    }
}
