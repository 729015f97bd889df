package org.brisket.job.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.brisket.job.local.traffic.Tally;
import org.brisket.job.local.view.Progress.Checkpoint;
import org.brisket.simulator.scenario.ScenarioProgress;
import org.brisket.simulator.scenario.ScenarioProgress.StepRun;
import org.junit.jupiter.api.Test;

final class LiveViewTest {
    private static final String DASHBOARD = "http://localhost:8081";
    private static final Tally TALLY =
            new Tally(5_021, 4_400, 580, 3, 0, 0, 1_234, 2_345, Duration.ofSeconds(9));

    private final StringWriter written = new StringWriter();

    @Test
    void showsEveryFigureInOneLine() {
        assertThat(LiveView.line(progress(7)))
                .isEqualTo(
                        "   7 s: 5021 submitted, 4400 admitted, 580 rejected, 3 rolled back,"
                                + " 38 outstanding, 499/s, p50 1234 ms, p99 2345 ms, 4100 confirmed,"
                                + " checkpoint 12 (0.4 s ago, took 80 ms), restarts 0, height 2000009");
    }

    @Test
    void showsEveryFigureInSomeLines() {
        assertThat(String.join("\n", LiveView.block(progress(7), DASHBOARD)))
                .contains("submitted        5,021")
                .contains("admitted        4,400")
                .contains("rejected        580")
                .contains("outstanding         38")
                .contains("confirmed       4,100")
                .contains("rolled back       3")
                .contains("results          499/s")
                .contains("latency p50  1,234 ms")
                .contains("p99        2,345 ms")
                .contains("checkpoint  12 (0.4 s ago, took 80 ms)")
                .contains("height 2,000,009   job restarts 0")
                .contains("dashboard   " + DASHBOARD);
    }

    @Test
    void saysThatThereIsNoCheckpointYet() {
        Progress begun =
                new Progress(TALLY, 0, 0, Optional.empty(), -1, 1, Duration.ZERO, Optional.empty());

        assertThat(LiveView.line(begun)).contains("checkpoint none yet, restarts unknown");
    }

    @Test
    void printsPlainLineEveryFewSecondsOnly() {
        LiveView view = new LiveView(new PrintWriter(written), false, DASHBOARD);
        for (int second = 1; second <= 11; second++) {
            view.show(progress(second));
        }

        assertThat(written.toString().lines())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("   5 s:"),
                        second -> assertThat(second).startsWith("  10 s:"));
        assertThat(written.toString()).doesNotContain("\u001b");
    }

    @Test
    void redrawsInPlaceOnTerminal() {
        LiveView view = new LiveView(new PrintWriter(written), true, DASHBOARD);
        view.show(progress(1));
        String once = written.toString();
        view.show(progress(2));

        int lines = LiveView.block(progress(1), DASHBOARD).size();
        assertThat(once).doesNotContain("\u001b[" + lines + "A");
        assertThat(written.toString()).isEqualTo(once + "\u001b[" + lines + "A" + once);
    }

    @Test
    void showsEachStepOfAScenarioOnceAndWhereItStands() {
        LiveView view = new LiveView(new PrintWriter(written), false, DASHBOARD);
        view.show(progress(5, scenario()));
        view.show(progress(6, scenario()));

        assertThat(written.toString().lines())
                .satisfiesExactly(
                        step ->
                                assertThat(step)
                                        .isEqualTo(
                                                "       scenario step 1: outage of arc1 for 3 s"),
                        line -> assertThat(line).startsWith("   5 s:"));
        assertThat(LiveView.block(progress(6, scenario()), DASHBOARD))
                .contains(
                        "  scenario    step 1 of 2, at 4 s outage of arc1 for 3 s; next after 2"
                                + " blocks: 1 block");
    }

    private static Optional<ScenarioProgress> scenario() {
        StepRun first = new StepRun(1, Duration.ofSeconds(4), "outage of arc1 for 3 s");
        return Optional.of(
                new ScenarioProgress(
                        "test",
                        List.of(first),
                        2,
                        Optional.of("after 2 blocks: 1 block"),
                        false,
                        false));
    }

    private static Progress progress(int second) {
        return progress(second, Optional.empty());
    }

    private static Progress progress(int second, Optional<ScenarioProgress> scenario) {
        return new Progress(
                TALLY,
                499.2,
                4_100,
                Optional.of(new Checkpoint(12, Duration.ofMillis(400), Duration.ofMillis(80))),
                0,
                2_000_009,
                Duration.ofSeconds(second),
                scenario);
    }
}
