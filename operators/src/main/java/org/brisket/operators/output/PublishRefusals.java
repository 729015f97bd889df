package org.brisket.operators.output;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.state.submission.Refusal;
import org.brisket.state.tracking.SubmissionResult;

/** Answers a refused submission and puts it with the dead letters. */
public final class PublishRefusals extends RichFlatMapFunction<Refusal, OutboundRecord> {
    private static final long serialVersionUID = 1L;

    private final OutputTopics topics;
    private transient OutputRecords records;

    public PublishRefusals(OutputTopics topics) {
        this.topics = topics;
    }

    @Override
    public void open(OpenContext context) {
        records = new OutputRecords(topics);
    }

    @Override
    public void flatMap(Refusal refusal, Collector<OutboundRecord> out) {
        SubmissionResult result = SubmissionResult.of(refusal);
        out.collect(records.result(result));
        out.collect(records.deadLetter(result, refusal.source()));
    }
}
