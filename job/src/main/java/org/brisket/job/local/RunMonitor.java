package org.brisket.job.local;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.brisket.job.failure.ExplainedFailure;
import org.brisket.job.local.summary.LedgerTruth;
import org.brisket.job.local.summary.Summary;
import org.brisket.job.local.traffic.SentSubmission;
import org.brisket.job.local.traffic.Tally;
import org.brisket.job.local.view.LiveView;
import org.brisket.job.local.view.Progress;
import org.brisket.job.local.view.RateMeter;
import org.brisket.simulator.scenario.ScenarioProgress;

/** Watches a run until it is over, and shows it meanwhile. */
final class RunMonitor {
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration BETWEEN_VIEWS = Duration.ofSeconds(1);
    private static final Duration SHORTEST_PATIENCE = Duration.ofMinutes(1);
    private static final Duration LONGEST_SETTLING = Duration.ofMinutes(1);
    private static final int CHECKPOINTS_OF_PATIENCE = 10;
    private static final int NAMED = 3;

    /** How waiting ends. */
    enum Ending {
        /** Everything is there. */
        COMPLETE,
        /** Someone asked to stop. */
        STOPPED,
        /** It will not come; why has been said. */
        GIVEN_UP
    }

    private final LocalWorld world;
    private final StopSignal stop;
    private final PrintWriter out;
    private final Duration patience;
    private final long begin = System.nanoTime();
    private final RateMeter rate = new RateMeter();
    private long lastView;
    private Optional<ScenarioDriver> scenario = Optional.empty();

    RunMonitor(LocalWorld world, StopSignal stop, PrintWriter out, Duration checkpointInterval) {
        this.world = world;
        this.stop = stop;
        this.out = out;
        Duration some = checkpointInterval.multipliedBy(CHECKPOINTS_OF_PATIENCE);
        this.patience = some.compareTo(SHORTEST_PATIENCE) > 0 ? some : SHORTEST_PATIENCE;
    }

    /** Shows how far the scenario has got, from now on. */
    void follow(ScenarioDriver driver) {
        scenario = Optional.of(driver);
    }

    /** Waits until everything is sent and every submission has its result. */
    Ending awaitResults(BooleanSupplier allSent, Optional<LiveView> view) {
        try {
            return waitForResults(allSent, view);
        } catch (ExplainedFailure reason) {
            return giveUp(reason.getMessage());
        } finally {
            view.ifPresent(shown -> shown.show(progress()));
        }
    }

    private Ending waitForResults(BooleanSupplier allSent, Optional<LiveView> view) {
        long answered = -1;
        long lastAnswer = System.nanoTime();
        while (!stop.isAsked()) {
            boolean sent = allSent.getAsBoolean();
            Tally tally = world.answers().tally();
            if (sent && tally.outstanding() == 0) {
                return Ending.COMPLETE;
            }
            boolean idle =
                    tally.outstanding() == 0
                            || scenario.filter(ScenarioDriver::isActing).isPresent();
            if (tally.answered() != answered || idle) {
                answered = tally.answered();
                lastAnswer = System.nanoTime();
            } else if (System.nanoTime() - lastAnswer > patience.toNanos()) {
                return giveUp(missing(tally));
            }
            requireSound();
            view.ifPresent(this::showIfDue);
            stop.await(TICK);
        }
        return Ending.STOPPED;
    }

    private void requireSound() {
        world.job().requireAlive();
        world.watcher()
                .failure()
                .ifPresent(
                        why -> {
                            throw new ExplainedFailure(
                                    "the output topics cannot be read: " + why, why);
                        });
    }

    private Ending giveUp(String reason) {
        out.println("Giving up: " + reason);
        out.flush();
        return Ending.GIVEN_UP;
    }

    private String missing(Tally tally) {
        String examples =
                world.answers().unanswered(NAMED).stream()
                        .map(SentSubmission::id)
                        .collect(Collectors.joining(", "));
        return "no result for %d s; %d of %d submissions have none, %s first; job restarts %d%s"
                .formatted(
                        patience.toSeconds(),
                        tally.outstanding(),
                        tally.sent(),
                        examples,
                        world.job().rest().restarts(),
                        world.job().cause());
    }

    /** Waits until the scenario is over, as long as it gets further now and then. */
    Ending awaitScenario(Optional<LiveView> view) {
        long steps = -1;
        long lastStep = System.nanoTime();
        while (!stop.isAsked()) {
            Optional<ScenarioProgress> progress = scenario.flatMap(ScenarioDriver::progress);
            if (progress.isEmpty() || progress.get().over()) {
                return Ending.COMPLETE;
            }
            if (progress.get().ran().size() != steps) {
                steps = progress.get().ran().size();
                lastStep = System.nanoTime();
            } else if (System.nanoTime() - lastStep > patience.toNanos()) {
                return giveUp(
                        "the scenario got no further for %d s: %s"
                                .formatted(patience.toSeconds(), progress.get().line()));
            }
            view.ifPresent(this::showIfDue);
            stop.await(TICK);
        }
        return Ending.STOPPED;
    }

    /**
     * Waits until what the network has mined is known to the job; callbacks may get lost, so not
     * for ever.
     */
    void awaitConfirmations(Optional<LiveView> view) {
        long deadline = System.nanoTime() + LONGEST_SETTLING.toNanos();
        long confirmed = -1;
        long lastChange = System.nanoTime();
        long quiet = LocalWorld.BLOCK_INTERVAL.toNanos();
        while (!stop.isAsked() && System.nanoTime() < deadline) {
            long now = world.job().rest().confirmed();
            if (now != confirmed || world.network().ledger().mempoolSize() > 0) {
                confirmed = now;
                lastChange = System.nanoTime();
            } else if (System.nanoTime() - lastChange > quiet) {
                return;
            }
            view.ifPresent(this::showIfDue);
            stop.await(BETWEEN_VIEWS);
        }
    }

    /** Waits until our word on every transaction is the network's, too; not for ever. */
    void awaitAgreement(Optional<LiveView> view) {
        LedgerTruth truth = new LedgerTruth(world.network().ledger());
        long deadline = System.nanoTime() + patience.toNanos();
        while (!stop.isAsked()
                && System.nanoTime() < deadline
                && !Summary.isSettled(world.answers(), world.records(), truth)) {
            view.ifPresent(this::showIfDue);
            stop.await(BETWEEN_VIEWS);
        }
    }

    private void showIfDue(LiveView view) {
        long now = System.nanoTime();
        if (lastView == 0 || now - lastView >= BETWEEN_VIEWS.toNanos()) {
            lastView = now;
            view.show(progress());
        }
    }

    private Progress progress() {
        Tally tally = world.answers().tally();
        FlinkRest rest = world.job().rest();
        long now = System.nanoTime();
        return new Progress(
                tally,
                rate.at(now, tally.answered()),
                rest.confirmed(),
                rest.checkpoint(),
                rest.restarts(),
                world.network().chain().tipHeight(),
                Duration.ofNanos(now - begin),
                scenario.flatMap(ScenarioDriver::progress));
    }
}
