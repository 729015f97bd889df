package org.brisket.simulator.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.brisket.simulator.http.ArcEndpoint;
import org.brisket.simulator.http.CallbackFaults;
import org.brisket.simulator.http.EndpointLie;
import org.brisket.simulator.http.FaultMix;

/** What services do wrong for a while, or from now on. */
final class ServiceActions {
    private ServiceActions() {}

    /** Connections are closed without an answer. */
    record Outage(Place at, Optional<Duration> lasting) implements Action {
        @Override
        public Optional<Outcome> start(Stage stage) {
            return turn(at.knobs(stage.network()), knobs -> knobs.down(true), k -> k.down(false));
        }

        @Override
        public String describe() {
            return "outage of " + at + span(lasting);
        }
    }

    /** Requests are never answered. */
    record Hang(Place at, Optional<Duration> lasting) implements Action {
        @Override
        public Optional<Outcome> start(Stage stage) {
            return turn(at.knobs(stage.network()), knobs -> knobs.hang(true), k -> k.hang(false));
        }

        @Override
        public String describe() {
            return at + " never answers" + span(lasting);
        }
    }

    /** Every answer is late. */
    record Slow(Place at, Duration by, Optional<Duration> lasting) implements Action {
        @Override
        public Optional<Outcome> start(Stage stage) {
            return turn(
                    at.knobs(stage.network()),
                    knobs -> knobs.latency(by),
                    knobs -> knobs.latency(Duration.ZERO));
        }

        @Override
        public String describe() {
            return at + " answers after " + SpanText.format(by) + span(lasting);
        }
    }

    /** Shares of requests go wrong. */
    record Faults(Place at, FaultMix mix, Optional<Duration> lasting) implements Action {
        @Override
        public Optional<Outcome> start(Stage stage) {
            return turn(
                    at.knobs(stage.network()),
                    knobs -> knobs.faults(mix, stage.nextSeed()),
                    knobs -> knobs.faults(FaultMix.NONE, 0));
        }

        @Override
        public String describe() {
            return "%s: %s failed, %s lost, %s aborted, %s hanging, %s slow%s"
                    .formatted(
                            at,
                            percent(mix.failed()),
                            percent(mix.lost()),
                            percent(mix.aborted()),
                            percent(mix.hanging()),
                            percent(mix.slow()),
                            span(lasting));
        }
    }

    /** An ARC endpoint does not say the truth. */
    record Lie(Place at, EndpointLie how, Optional<Duration> lasting) implements Action {
        @Override
        public Optional<Outcome> start(Stage stage) {
            return turn(
                    at.arcs(stage.network()),
                    arc -> arc.lie(how),
                    arc -> arc.lie(EndpointLie.NONE));
        }

        @Override
        public String describe() {
            String lie =
                    switch (how) {
                        case NONE -> " says the truth";
                        case REJECTS -> " rejects everything";
                        case SWALLOWS -> " accepts everything and hands nothing on";
                        case CONTRADICTS -> " says the opposite of the network";
                    };
            return at + lie + span(lasting);
        }
    }

    /** ARC endpoints work on a batch from its end. */
    record ReverseBatches(Place at, Optional<Duration> lasting) implements Action {
        @Override
        public Optional<Outcome> start(Stage stage) {
            return turn(
                    at.arcs(stage.network()),
                    arc -> arc.reverseBatches(true),
                    arc -> arc.reverseBatches(false));
        }

        @Override
        public String describe() {
            return at + " works on batches from the end" + span(lasting);
        }
    }

    /** Callbacks go wrong. */
    record Callbacks(Place at, CallbackFaults faults, Optional<Duration> lasting)
            implements Action {
        @Override
        public Optional<Outcome> start(Stage stage) {
            return turn(
                    at.arcs(stage.network()).stream().map(ArcEndpoint::callbacks).toList(),
                    callbacks -> callbacks.faults(faults, stage.nextSeed()),
                    callbacks -> callbacks.faults(CallbackFaults.NONE, 0));
        }

        @Override
        public String describe() {
            return "callbacks of %s: %s lost, %s doubled, %s late, %s forged%s"
                    .formatted(
                            at,
                            percent(faults.lost()),
                            percent(faults.duplicated()),
                            percent(faults.reordered()),
                            percent(faults.forged()),
                            span(lasting));
        }
    }

    private static <T> Optional<Action.Outcome> turn(
            List<T> services, Consumer<T> on, Consumer<T> off) {
        services.forEach(on);
        return Action.Outcome.until(() -> services.forEach(off));
    }

    private static String span(Optional<Duration> lasting) {
        return lasting.map(time -> " for " + SpanText.format(time)).orElse("");
    }

    private static String percent(double share) {
        return Math.round(share * 1_000) / 10.0 + " %";
    }
}
