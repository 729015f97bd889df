package org.brisket.operators.ledger;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.brisket.operators.Refusals;
import org.brisket.protocol.submission.Atomicity;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.submission.SubmissionMode;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.ledger.LedgerId;
import org.brisket.state.ledger.Proposal;
import org.brisket.state.submission.Refusal;
import org.brisket.state.submission.SubmissionTicket;
import org.brisket.state.submission.VerifiedSubmission;

/** Puts a verified submission before every ledger that it names; all must be hosted here. */
public final class RouteToLedgers extends ProcessFunction<VerifiedSubmission, Proposal> {
    private static final long serialVersionUID = 1L;

    private final Set<String> hostedTopics;
    private final boolean broadcasting;

    /**
     * @param broadcasting whether this deployment broadcasts at all
     */
    public RouteToLedgers(Set<String> hostedTopics, boolean broadcasting) {
        this.hostedTopics = Set.copyOf(hostedTopics);
        this.broadcasting = broadcasting;
    }

    @Override
    public void processElement(
            VerifiedSubmission submission, Context context, Collector<Proposal> out) {
        List<String> topics = submission.options().topics();
        Optional<Rejection> unroutable = unroutable(topics);
        if (unroutable.isPresent()) {
            context.output(Refusals.TAG, refusal(submission, unroutable.get()));
            return;
        }
        SubmissionTicket ticket = ticket(submission);
        Optional<KafkaRecord> source = Optional.of(submission.source());
        for (String topic : topics) {
            out.collect(
                    new Proposal(
                            ticket,
                            LedgerId.topic(topic).key(),
                            submission.subject(),
                            submission.ancestors(),
                            submission.offChainValues(),
                            source));
            source = Optional.empty();
        }
    }

    private Optional<Rejection> unroutable(List<String> topics) {
        if (topics.isEmpty()) {
            return Optional.of(
                    new Rejection(RejectionReason.NO_TOPICS, "the header x-topics names no topic"));
        }
        return topics.stream()
                .filter(topic -> !hostedTopics.contains(topic))
                .findFirst()
                .map(
                        topic ->
                                Rejection.of(
                                        RejectionReason.UNKNOWN_TOPIC,
                                        "%s is not hosted here",
                                        topic));
    }

    private SubmissionTicket ticket(VerifiedSubmission submission) {
        boolean current = submission.options().mode() == SubmissionMode.CURRENT;
        return new SubmissionTicket(
                submission.options().submissionId(),
                submission.source().position(),
                submission.txid(),
                submission.options().topics().size(),
                submission.options().atomicity() == Atomicity.ALL_OR_NOTHING,
                broadcasting && current && submission.minedAtHeight() == 0,
                submission.minedAtHeight());
    }

    private static Refusal refusal(VerifiedSubmission submission, Rejection rejection) {
        return new Refusal(
                submission.options().submissionId(),
                Optional.of(submission.txid()),
                rejection,
                submission.source());
    }
}
