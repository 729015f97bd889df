package org.brisket.operators.intake;

import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.brisket.operators.Refusals;
import org.brisket.operators.metrics.Metric;
import org.brisket.operators.metrics.StepMetrics;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefLimits;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.limit.LimitExceededException;
import org.brisket.protocol.submission.Atomicity;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.submission.SubmissionHeaders;
import org.brisket.protocol.submission.SubmissionMode;
import org.brisket.protocol.submission.SubmissionOptions;
import org.brisket.protocol.submission.SubmissionValue;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.submission.DecodedSubmission;
import org.brisket.state.submission.Refusal;

/** Reads a record's headers and BEEF under hard limits; what does not parse is refused. */
public final class DecodeBeef extends ProcessFunction<KafkaRecord, DecodedSubmission> {
    private static final long serialVersionUID = 1L;

    private final IntakeSettings settings;
    private transient SubmissionHeaders headers;
    private transient BeefLimits limits;
    private transient Counter submissions;
    private transient Counter bytes;
    private transient Counter transactions;

    public DecodeBeef(IntakeSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        headers =
                new SubmissionHeaders(
                        settings.allOrNothingByDefault()
                                ? Atomicity.ALL_OR_NOTHING
                                : Atomicity.INDEPENDENT,
                        settings.historicalByDefault()
                                ? SubmissionMode.HISTORICAL
                                : SubmissionMode.CURRENT,
                        settings.maxTopics());
        limits =
                new BeefLimits(
                        settings.maxRecordBytes(), settings.maxTransactions(), settings.maxBumps());
        StepMetrics metrics = StepMetrics.of(getRuntimeContext());
        submissions = metrics.counter(Metric.SUBMISSIONS);
        bytes = metrics.counter(Metric.SUBMISSION_BYTES);
        transactions = metrics.counter(Metric.BEEF_TRANSACTIONS);
    }

    @Override
    public void processElement(
            KafkaRecord source, Context context, Collector<DecodedSubmission> out) {
        submissions.inc();
        bytes.inc(source.value().length);
        // Hexadecimal text is twice as long as what it says.
        if (source.value().length > 2L * settings.maxRecordBytes()) {
            String detail =
                    String.format(
                            "a record of %d bytes, the limit is %d",
                            source.value().length, settings.maxRecordBytes());
            refuse(source, new Rejection(RejectionReason.RECORD_TOO_LARGE, detail), context);
            return;
        }
        SubmissionOptions options;
        try {
            options = headers.read(source);
        } catch (MalformedException e) {
            Rejection rejection = new Rejection(RejectionReason.MALFORMED_HEADERS, e.getMessage());
            refuse(source, rejection, context);
            return;
        }
        try {
            out.collect(decode(source, options));
        } catch (MalformedException e) {
            refuse(source, LimitExceededException.rejectionOf(e), context);
        }
    }

    private DecodedSubmission decode(KafkaRecord source, SubmissionOptions options)
            throws MalformedException {
        SubmissionValue value =
                SubmissionValue.read(source.value(), options.includesOffChainValues());
        Beef beef = Beef.parse(value.beef(), limits);
        transactions.inc(beef.entries().size());
        return new DecodedSubmission(source, options, beef.graph(), value.offChainValues());
    }

    private static void refuse(KafkaRecord source, Rejection rejection, Context context) {
        String submissionId = SubmissionHeaders.submissionId(source);
        context.output(
                Refusals.TAG, new Refusal(submissionId, Optional.empty(), rejection, source));
    }
}
