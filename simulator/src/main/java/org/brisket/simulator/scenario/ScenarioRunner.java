package org.brisket.simulator.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.brisket.simulator.http.SimulatedNetwork;
import org.brisket.simulator.scenario.Scenario.Step;
import org.brisket.simulator.scenario.ScenarioProgress.StepRun;
import org.brisket.simulator.workload.RivalForge;

/**
 * Carries a scenario out, step by step, whenever it is asked to look. Its choices follow from the
 * scenario's seed; what they are made among depends on what was posted by then. Safe for concurrent
 * use.
 */
public final class ScenarioRunner implements AutoCloseable {
    private final Scenario scenario;
    private final SimulatedNetwork network;
    private final Stage stage;
    private final List<StepRun> ran = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private Trigger.Moment since;

    /** What is to be undone, and when; never by itself if that is absent. */
    private record Effect(Optional<Duration> until, Runnable undo) {
        boolean isOver(Duration now) {
            return until.isPresent() && until.get().compareTo(now) <= 0;
        }
    }

    public ScenarioRunner(Scenario scenario, SimulatedNetwork network, RivalForge rivals) {
        this.scenario = scenario;
        this.network = network;
        this.stage = new Stage(network, rivals, scenario.seed());
        this.since = moment(Duration.ZERO);
    }

    private Trigger.Moment moment(Duration elapsed) {
        return new Trigger.Moment(
                network.ledger().postCount(), network.chain().tipHeight(), elapsed);
    }

    /** Runs every step that is due, so much time after the scenario began. */
    public synchronized void tick(Duration elapsed) {
        undo(elapsed);
        while (ran.size() < scenario.steps().size()) {
            Step next = scenario.steps().get(ran.size());
            Trigger.Moment now = moment(elapsed);
            if (!next.after().isDue(since, now)) {
                return;
            }
            Optional<Action.Outcome> outcome = next.action().start(stage);
            if (outcome.isEmpty()) {
                return;
            }
            finish(next, outcome.get(), elapsed);
        }
    }

    private void finish(Step step, Action.Outcome outcome, Duration elapsed) {
        String figures = outcome.figures().isEmpty() ? "" : " (" + outcome.figures() + ")";
        ran.add(new StepRun(ran.size() + 1, elapsed, step.action().describe() + figures));
        effects.add(new Effect(step.action().lasting().map(elapsed::plus), outcome.undo()));
        since = moment(elapsed);
    }

    private void undo(Duration now) {
        for (Iterator<Effect> all = effects.iterator(); all.hasNext(); ) {
            Effect effect = all.next();
            if (effect.isOver(now)) {
                effect.undo().run();
                all.remove();
            }
        }
    }

    public synchronized ScenarioProgress progress() {
        boolean allRan = ran.size() == scenario.steps().size();
        boolean acting = effects.stream().anyMatch(effect -> effect.until().isPresent());
        return new ScenarioProgress(
                scenario.name(),
                ran,
                scenario.steps().size(),
                allRan
                        ? Optional.empty()
                        : Optional.of(scenario.steps().get(ran.size()).toString()),
                acting,
                allRan && !acting);
    }

    /** Undoes everything that can be undone, so that the network settles. */
    @Override
    public synchronized void close() {
        effects.forEach(effect -> effect.undo().run());
        effects.clear();
    }
}
