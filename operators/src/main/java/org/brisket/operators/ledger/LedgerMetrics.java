package org.brisket.operators.ledger;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.brisket.operators.metrics.Metric;
import org.brisket.operators.metrics.RecentDurations;
import org.brisket.operators.metrics.StepMetrics;
import org.brisket.state.ledger.LedgerId;
import org.brisket.state.ledger.LedgerMessage;
import org.brisket.state.ledger.LedgerOrder;
import org.brisket.state.ledger.LedgerPosition;

/**
 * What ledgers do, and where the first so many of them stand that this subtask has seen. A ledger
 * has one writer, so it must be found where it was left.
 */
final class LedgerMetrics {
    private static final int MAX_WATCHED = 1_000;

    private final StepMetrics metrics;
    private final Counter proposals;
    private final Counter yes;
    private final Counter no;
    private final Counter objections;
    private final Counter gaps;
    private final RecentDurations steps;
    private final Map<LedgerOrder.Kind, Counter> orders = new EnumMap<>(LedgerOrder.Kind.class);
    private final Map<String, Watched> watched = new HashMap<>();
    private String ledger;

    /** Where a ledger was left; other threads read it. */
    private static final class Watched {
        private volatile LedgerPosition position;
    }

    LedgerMetrics(StepMetrics metrics) {
        this.metrics = metrics;
        proposals = metrics.counter(Metric.LEDGER_PROPOSALS);
        yes = metrics.counter(Metric.LEDGER_VOTES, "yes");
        no = metrics.counter(Metric.LEDGER_VOTES, "no");
        objections = metrics.counter(Metric.LEDGER_OBJECTIONS);
        gaps = metrics.counter(Metric.LEDGER_GAPS);
        steps = metrics.durations(Metric.LEDGER_STEP_MICROS);
        for (LedgerOrder.Kind kind : LedgerOrder.Kind.values()) {
            orders.put(kind, metrics.counter(Metric.LEDGER_ORDERS, kind.name().toLowerCase()));
        }
    }

    void proposed(long startNanos) {
        proposals.inc();
        steps.microsSince(startNanos);
    }

    void ordered(LedgerOrder.Kind kind, long startNanos) {
        orders.get(kind).inc();
        steps.microsSince(startNanos);
    }

    /** The same messages, counted. */
    Consumer<LedgerMessage> counted(Collector<LedgerMessage> out) {
        return message -> {
            out.collect(message);
            if (message instanceof LedgerMessage.Vote vote) {
                (vote.verdict().isYes() ? yes : no).inc();
            } else {
                objections.inc();
            }
        };
    }

    /** What follows is about this ledger. */
    void enter(String key) {
        ledger = key;
    }

    void found(LedgerPosition position) {
        Watched last = watched.get(ledger);
        if (last == null) {
            left(position);
        } else if (!last.position.equals(position)) {
            gaps.inc();
            last.position = position;
        }
    }

    void left(LedgerPosition position) {
        Watched known = watched.get(ledger);
        if (known != null) {
            known.position = position;
        } else if (watched.size() < MAX_WATCHED) {
            watch(position);
        }
    }

    /** The parts of a partitioned ledger would be too many series. */
    private void watch(LedgerPosition position) {
        Watched added = new Watched();
        added.position = position;
        watched.put(ledger, added);
        LedgerId id = LedgerId.fromKey(ledger);
        if (id.partition().isEmpty()) {
            metrics.gauge(Metric.LEDGER_SEQUENCE, () -> added.position.sequence(), id.key());
            metrics.gauge(
                    Metric.LEDGER_DIGEST, () -> added.position.digest().word0() >>> 16, id.key());
        }
    }
}
