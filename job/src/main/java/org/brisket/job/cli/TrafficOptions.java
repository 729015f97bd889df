package org.brisket.job.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.brisket.simulator.scenario.Scenario;
import org.brisket.simulator.scenario.Scenario.WantedWorkload;
import org.brisket.simulator.scenario.Scenarios;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a local run submits, and what goes wrong on the network meanwhile. */
final class TrafficOptions {
    private static final long DEFAULT_COUNT = 5_000;
    private static final long MAX_COUNT = 2_000_000;
    private static final double DEFAULT_RATE = 500;
    private static final double DEFAULT_BAD_SHARE = 0.12;

    /** The options with what the scenario or the defaults say where they are silent. */
    record Wanted(
            long count,
            double rate,
            Optional<Duration> duration,
            long seed,
            double badShare,
            Optional<Scenario> scenario) {}

    @Option(
            names = "--scenario",
            paramLabel = "NAME|FILE",
            description =
                    "Let the network misbehave as a scenario says, one of --list-scenarios or a YAML"
                            + " file. It brings its own count, rate, seed and share of bad input.")
    private Optional<String> scenario;

    @Option(names = "--list-scenarios", description = "Name the scenarios that there are, and end.")
    private boolean list;

    @Option(
            names = "--count",
            paramLabel = "N",
            description =
                    "Submissions of the workload. Default: 5000, or what --rate and --duration come to.")
    private Optional<Long> count;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Submissions per second; 0 for as fast as possible. Default: 500.")
    private Optional<Double> rate;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = BrokerOptions.DurationConverter.class,
            description = "Stop sending after this time, for example 30 s.")
    private Optional<Duration> duration;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed gives the same workload. Default: 1.")
    private Optional<Long> seed;

    @Option(
            names = "--bad-share",
            paramLabel = "SHARE",
            description =
                    "Share of bad input, 0 to 1: wrong signatures, roots, values, garbage and more."
                            + " Default: 0.12.")
    private Optional<Double> badShare;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    boolean listsScenarios() {
        return list;
    }

    void listScenarios(PrintWriter out) {
        for (Scenario each : Scenarios.shipped()) {
            out.printf("%-20s %s%n", each.name(), each.about());
        }
        out.flush();
    }

    Wanted wanted() {
        Optional<Scenario> chosen = scenario.map(this::load);
        Optional<WantedWorkload> workload = chosen.map(Scenario::workload);
        double perSecond =
                rate.or(() -> workload.map(WantedWorkload::perSecond)).orElse(DEFAULT_RATE);
        double bad =
                badShare.or(() -> workload.map(WantedWorkload::badShare)).orElse(DEFAULT_BAD_SHARE);
        require(
                perSecond >= 0 && perSecond <= 1e6,
                "--rate is %s, must be 0 to 1000000",
                perSecond);
        require(bad >= 0 && bad <= 1, "--bad-share is %s, must be 0 to 1", bad);
        return new Wanted(
                countAt(perSecond, workload),
                perSecond,
                duration,
                seed.or(() -> chosen.map(Scenario::seed)).orElse(1L),
                bad,
                chosen);
    }

    private long countAt(double perSecond, Optional<WantedWorkload> workload) {
        require(
                count.isPresent() || duration.isEmpty() || perSecond > 0,
                "--duration with --rate %s needs --count",
                perSecond);
        long wanted =
                count.or(() -> duration.map(time -> Math.round(perSecond * time.toMillis() / 1000)))
                        .or(() -> workload.map(WantedWorkload::count))
                        .orElse(DEFAULT_COUNT);
        require(
                wanted >= 1 && wanted <= MAX_COUNT,
                "--count is %s, must be 1 to " + MAX_COUNT,
                wanted);
        return wanted;
    }

    private Scenario load(String nameOrFile) {
        return Scenarios.named(nameOrFile).orElseGet(() -> read(nameOrFile));
    }

    private Scenario read(String file) {
        Path path = Path.of(file);
        require(
                Files.isReadable(path) && !Files.isDirectory(path),
                "--scenario is %s, must be a file or one of "
                        + String.join(", ", Scenarios.names()),
                file);
        try {
            return Scenarios.read(String.valueOf(path.getFileName()), Files.readString(path));
        } catch (IOException e) {
            throw new ParameterException(
                    command.commandLine(), "--scenario " + file + " cannot be read: " + e, e);
        }
    }

    private void require(boolean right, String message, Object value) {
        if (!right) {
            throw new ParameterException(command.commandLine(), message.formatted(value));
        }
    }
}
