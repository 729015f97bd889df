package org.brisket.job.local;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.brisket.simulator.http.SimulatedNetwork;
import org.brisket.simulator.scenario.Scenario;
import org.brisket.simulator.scenario.ScenarioProgress;
import org.brisket.simulator.scenario.ScenarioRunner;
import org.brisket.simulator.workload.Workload;

/** Carries a scenario out in the background, from now on; without one it does nothing. */
final class ScenarioDriver implements AutoCloseable {
    private static final long TICK_MILLIS = 50;
    private static final long STOP_SECONDS = 10;

    private final Optional<ScenarioRunner> runner;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(ScenarioDriver::daemon);
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private final long begin = System.nanoTime();

    ScenarioDriver(Optional<Scenario> scenario, SimulatedNetwork network, Workload workload) {
        this.runner = scenario.map(each -> new ScenarioRunner(each, network, workload.rivals()));
        runner.ifPresent(
                each ->
                        timer.scheduleAtFixedRate(
                                () -> tick(each), 0, TICK_MILLIS, TimeUnit.MILLISECONDS));
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "local-scenario");
        thread.setDaemon(true);
        return thread;
    }

    private void tick(ScenarioRunner each) {
        try {
            each.tick(Duration.ofNanos(System.nanoTime() - begin));
        } catch (RuntimeException bug) {
            failure.compareAndSet(null, bug);
            throw bug;
        }
    }

    /** How far it has got; fails if a step did. */
    Optional<ScenarioProgress> progress() {
        if (failure.get() != null) {
            throw new IllegalStateException("a step of the scenario failed", failure.get());
        }
        return runner.map(ScenarioRunner::progress);
    }

    boolean isOver() {
        return progress().map(ScenarioProgress::over).orElse(true);
    }

    /** Whether something is going on that ends by itself. */
    boolean isActing() {
        return progress().filter(ScenarioProgress::acting).isPresent();
    }

    /** Takes no further step, and undoes what can be undone. */
    @Override
    public void close() {
        timer.shutdown();
        try {
            timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        runner.ifPresent(ScenarioRunner::close);
    }
}
