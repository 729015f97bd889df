package org.brisket.job.local.view;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.brisket.job.local.traffic.Tally;
import org.brisket.simulator.scenario.ScenarioProgress;
import org.brisket.simulator.scenario.ScenarioProgress.StepRun;

/**
 * The figures of a run as they change: on a terminal in place once a second, elsewhere a line every
 * few seconds.
 */
public final class LiveView {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final int LONGEST_LINE = 100;
    private static final String ESCAPE = "\u001b[";

    private final PrintWriter out;
    private final boolean ansi;
    private final String dashboard;
    private int linesOnScreen;
    private int stepsShown;
    private Duration lastLine = Duration.ZERO;

    /**
     * @param ansi whether the terminal takes escape sequences
     * @param dashboard the address of Flink's web dashboard
     */
    public LiveView(PrintWriter out, boolean ansi, String dashboard) {
        this.out = out;
        this.ansi = ansi;
        this.dashboard = dashboard;
    }

    /** Shows how things stand; without a terminal only if the last line is old enough. */
    public void show(Progress progress) {
        if (ansi) {
            redraw(block(progress, dashboard));
            out.flush();
            return;
        }
        showNewSteps(progress);
        if (progress.elapsed().minus(lastLine).compareTo(BETWEEN_LINES) >= 0) {
            lastLine = progress.elapsed();
            out.println(line(progress));
        }
        out.flush();
    }

    /** Each step of the scenario gets a line of its own. */
    private void showNewSteps(Progress progress) {
        List<StepRun> ran = progress.scenario().map(ScenarioProgress::ran).orElse(List.of());
        for (StepRun step : ran.subList(Math.min(stepsShown, ran.size()), ran.size())) {
            out.println(format("       scenario step %d: %s", step.number(), step.text()));
        }
        stepsShown = Math.max(stepsShown, ran.size());
    }

    private void redraw(List<String> lines) {
        if (linesOnScreen > 0) {
            out.print(ESCAPE + linesOnScreen + "A");
        }
        lines.forEach(line -> out.print("\r" + ESCAPE + "K" + line + System.lineSeparator()));
        linesOnScreen = lines.size();
    }

    /** The view as some lines, for a terminal. */
    static List<String> block(Progress progress, String dashboard) {
        Tally tally = progress.tally();
        List<String> lines = new ArrayList<>(figures(progress, tally));
        progress.scenario()
                .ifPresent(scenario -> lines.add(cut("  scenario    " + scenario.line())));
        lines.add("  dashboard   " + dashboard);
        lines.add("");
        return lines;
    }

    /** A line that the terminal would break could not be drawn over. */
    private static String cut(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE - 1) + "…";
    }

    private static List<String> figures(Progress progress, Tally tally) {
        return List.of(
                "",
                format(
                        "  submitted   %,10d   admitted   %,10d   rejected   %,8d",
                        tally.sent(), tally.admitted(), tally.rejected()),
                format(
                        "  outstanding %,10d   confirmed  %,10d   rolled back %,7d",
                        tally.outstanding(), progress.confirmed(), tally.rolledBack()),
                format(
                        "  results     %,8.0f/s   latency p50 %,6d ms   p99 %,12d ms",
                        progress.resultsPerSecond(), tally.latencyP50(), tally.latencyP99()),
                "  checkpoint  " + checkpoint(progress),
                format(
                        "  network     height %,d   job restarts %s",
                        progress.networkHeight(), restarts(progress)));
    }

    /** The view as one line. */
    static String line(Progress progress) {
        Tally tally = progress.tally();
        return format(
                "%4d s: %d submitted, %d admitted, %d rejected, %d rolled back, %d outstanding,"
                        + " %.0f/s, p50 %d ms, p99 %d ms, %d confirmed, checkpoint %s, restarts %s,"
                        + " height %d",
                progress.elapsed().toSeconds(),
                tally.sent(),
                tally.admitted(),
                tally.rejected(),
                tally.rolledBack(),
                tally.outstanding(),
                progress.resultsPerSecond(),
                tally.latencyP50(),
                tally.latencyP99(),
                progress.confirmed(),
                checkpoint(progress),
                restarts(progress),
                progress.networkHeight());
    }

    private static String restarts(Progress progress) {
        return progress.restarts() < 0 ? "unknown" : Long.toString(progress.restarts());
    }

    private static String checkpoint(Progress progress) {
        return progress.checkpoint()
                .map(
                        last ->
                                format(
                                        "%d (%.1f s ago, took %d ms)",
                                        last.id(),
                                        last.age().toMillis() / 1000.0,
                                        last.took().toMillis()))
                .orElse("none yet");
    }

    private static String format(String template, Object... values) {
        return String.format(Locale.ROOT, template, values);
    }
}
