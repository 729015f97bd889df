package org.brisket.operators.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.brisket.operators.Refusals;
import org.brisket.protocol.overlay.BasketLedger;
import org.brisket.protocol.overlay.BasketManagers;
import org.brisket.protocol.overlay.BasketRoute;
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

/**
 * Puts a verified submission before every ledger that it concerns: the topics that it names, which
 * must all be hosted here, and the hosted baskets that its subject touches.
 */
public final class RouteToLedgers extends ProcessFunction<VerifiedSubmission, Proposal> {
    private static final long serialVersionUID = 1L;

    private final Set<String> hostedTopics;
    private final Set<String> hostedBaskets;
    private final boolean broadcasting;

    private transient HostedBaskets baskets;

    /**
     * @param hostedBaskets each {@code <manager>/<basket>}
     * @param broadcasting whether this deployment broadcasts at all
     */
    public RouteToLedgers(
            Set<String> hostedTopics, Set<String> hostedBaskets, boolean broadcasting) {
        this.hostedTopics = Set.copyOf(hostedTopics);
        this.hostedBaskets = Set.copyOf(hostedBaskets);
        this.broadcasting = broadcasting;
    }

    @Override
    public void open(OpenContext context) {
        ClassLoader plugIns = getRuntimeContext().getUserCodeClassLoader();
        baskets = new HostedBaskets(BasketManagers.discover(plugIns), hostedBaskets);
    }

    @Override
    public void processElement(
            VerifiedSubmission submission, Context context, Collector<Proposal> out) {
        List<String> topics = submission.options().topics();
        BasketRoute route = baskets.route(submission.subject());
        List<LedgerId> ledgers = ledgers(topics, route);
        Optional<Rejection> unroutable = unroutable(topics, route, ledgers);
        if (unroutable.isPresent()) {
            context.output(Refusals.TAG, refusal(submission, unroutable.get()));
            return;
        }
        SubmissionTicket ticket = ticket(submission, ledgers.size());
        Optional<KafkaRecord> source = Optional.of(submission.source());
        List<String> keys = ledgers.stream().map(LedgerId::key).toList();
        List<String> voters = ticket.isAlone() ? List.of() : keys;
        for (String ledger : keys) {
            out.collect(
                    new Proposal(
                            ticket,
                            ledger,
                            submission.subject(),
                            submission.ancestors(),
                            submission.offChainValues(),
                            source,
                            voters));
            source = Optional.empty();
        }
    }

    /** The topics in the order in which they are named, then the baskets in their own. */
    private static List<LedgerId> ledgers(List<String> topics, BasketRoute route) {
        List<LedgerId> ledgers = new ArrayList<>();
        topics.forEach(topic -> ledgers.add(LedgerId.topic(topic)));
        route.<List<BasketLedger>>fold(touched -> touched, refused -> List.of())
                .forEach(ledger -> ledgers.add(LedgerId.basket(ledger)));
        return ledgers;
    }

    private Optional<Rejection> unroutable(
            List<String> topics, BasketRoute route, List<LedgerId> ledgers) {
        Optional<Rejection> unknown = topics.stream().flatMap(this::unknown).findFirst();
        Optional<Rejection> refused = route.fold(touched -> Optional.empty(), Optional::of);
        return unknown.or(() -> refused).or(() -> nowhere(ledgers));
    }

    private Stream<Rejection> unknown(String topic) {
        return hostedTopics.contains(topic)
                ? Stream.empty()
                : Stream.of(
                        Rejection.of(
                                RejectionReason.UNKNOWN_TOPIC, "%s is not hosted here", topic));
    }

    private static Optional<Rejection> nowhere(List<LedgerId> ledgers) {
        return ledgers.isEmpty()
                ? Optional.of(
                        new Rejection(
                                RejectionReason.NO_TOPICS,
                                "the submission names no topic and touches no basket"))
                : Optional.empty();
    }

    private SubmissionTicket ticket(VerifiedSubmission submission, int ledgers) {
        boolean current = submission.options().mode() == SubmissionMode.CURRENT;
        return new SubmissionTicket(
                submission.options().submissionId(),
                submission.source().position(),
                submission.txid(),
                ledgers,
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
