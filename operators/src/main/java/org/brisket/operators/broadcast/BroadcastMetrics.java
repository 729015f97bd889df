package org.brisket.operators.broadcast;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.brisket.operators.metrics.AgeWatch;
import org.brisket.operators.metrics.Metric;
import org.brisket.operators.metrics.RecentDurations;
import org.brisket.operators.metrics.StepMetrics;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.broadcast.BroadcastOutcome;
import org.brisket.protocol.broadcast.Broadcaster;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.broadcast.EndpointHealth;

/** How broadcasts go, and how each endpoint does. Safe for concurrent use. */
final class BroadcastMetrics {
    private final AgeWatch<Flight> flights = new AgeWatch<>(AgeWatch.CAPACITY);
    private final Counter broadcasts;
    private final Counter disagreements;
    private final RecentDurations durations;
    private final Map<AnswerKind, Counter> outcomes = new EnumMap<>(AnswerKind.class);
    private final Map<String, Map<AnswerKind, Counter>> answers = new HashMap<>();

    /** One broadcast; the object itself tells it from others. */
    static final class Flight {
        private final long startNanos = System.nanoTime();
    }

    BroadcastMetrics(StepMetrics metrics, Broadcaster broadcaster) {
        broadcasts = metrics.counter(Metric.BROADCASTS);
        disagreements = metrics.counter(Metric.ENDPOINT_DISAGREEMENTS);
        durations = metrics.durations(Metric.BROADCAST_MILLIS);
        flights.register(metrics, Metric.BROADCASTS_IN_FLIGHT, Metric.OLDEST_BROADCAST_SECONDS);
        for (AnswerKind kind : AnswerKind.values()) {
            outcomes.put(kind, metrics.counter(Metric.BROADCAST_OUTCOMES, text(kind)));
        }
        for (EndpointHealth endpoint : broadcaster.health()) {
            register(metrics, broadcaster, endpoint.endpoint());
        }
    }

    private static String text(AnswerKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private void register(StepMetrics metrics, Broadcaster broadcaster, String endpoint) {
        Map<AnswerKind, Counter> counters = new EnumMap<>(AnswerKind.class);
        for (AnswerKind kind : AnswerKind.values()) {
            counters.put(kind, metrics.counter(Metric.ENDPOINT_ANSWERS, endpoint, text(kind)));
        }
        answers.put(endpoint, counters);
        metrics.gauge(Metric.ENDPOINT_POSTS, () -> health(broadcaster, endpoint).posts(), endpoint);
        metrics.gauge(
                Metric.ENDPOINT_FAILED_POSTS,
                () -> health(broadcaster, endpoint).failedPosts(),
                endpoint);
        metrics.gauge(
                Metric.ENDPOINT_UP, () -> health(broadcaster, endpoint).isUp() ? 1 : 0, endpoint);
    }

    private static EndpointHealth health(Broadcaster broadcaster, String endpoint) {
        return broadcaster.health().stream()
                .filter(health -> health.endpoint().equals(endpoint))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no health of " + endpoint));
    }

    Flight start() {
        Flight flight = new Flight();
        broadcasts.inc();
        flights.begin(flight, System.currentTimeMillis());
        return flight;
    }

    void end(Flight flight, BroadcastOutcome outcome) {
        flights.end(flight);
        durations.millisSince(flight.startNanos);
        outcomes.get(together(outcome.answers())).inc();
        for (EndpointAnswer answer : outcome.answers()) {
            Map<AnswerKind, Counter> counters = answers.get(answer.endpoint());
            if (counters != null) {
                counters.get(answer.kind()).inc();
            }
        }
        if (has(outcome.answers(), AnswerKind.ACCEPTED)
                && has(outcome.answers(), AnswerKind.INVALID)) {
            disagreements.inc();
        }
    }

    /** The answer that counts: an acceptance, else the clearest other word. */
    private static AnswerKind together(List<EndpointAnswer> answers) {
        for (AnswerKind kind :
                List.of(
                        AnswerKind.ACCEPTED,
                        AnswerKind.CONTESTED,
                        AnswerKind.INVALID,
                        AnswerKind.POLICY,
                        AnswerKind.CONDITION,
                        AnswerKind.ORPHAN)) {
            if (has(answers, kind)) {
                return kind;
            }
        }
        return AnswerKind.UNKNOWN;
    }

    private static boolean has(List<EndpointAnswer> answers, AnswerKind kind) {
        return answers.stream().anyMatch(answer -> answer.kind() == kind);
    }
}
