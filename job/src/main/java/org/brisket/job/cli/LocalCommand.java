package org.brisket.job.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.brisket.job.config.KafkaConfig;
import org.brisket.job.local.LocalOptions;
import org.brisket.job.local.LocalRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code local}: everything on this machine, with a workload, watched and checked. */
@Command(
        name = "local",
        description = {
            "Run all of Brisket on this machine and watch it work.",
            "",
            "Starts a real Kafka broker, a Flink cluster with RocksDB, checkpoints and web dashboard,"
                    + " and a simulated BSV network over HTTP (two ARC endpoints, three header services,"
                    + " callbacks, a block every 3 s). Submits real mainnet BEEFs and shows their"
                    + " verdicts, then a seeded workload of good and bad submissions.",
            "",
            "Ends when every submission has its result, with a summary that compares results,"
                    + " decisions and dead letters with what was sent and what the network received."
                    + " Ctrl-C ends it earlier, with the summary so far.",
            "",
            "With --scenario the network misbehaves: outages, lies, lost races, reorganisations and"
                    + " more. The summary then also tells what really became of every transaction on"
                    + " the network, and where our final word differs.",
            ""
        },
        exitCodeList = {
            "0:done, and every figure of the summary is as it must be",
            "1:the world is not as the command needs it (port, broker, file)",
            "2:the command line or the configuration is wrong",
            "3:a figure of the summary is off, or another defect of Brisket"
        })
final class LocalCommand implements Callable<Integer> {
    private static final int MAX_PARALLELISM = 64;
    private static final int MAX_PORT = 65_535;

    @Mixin private TrafficOptions traffic;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "2",
            description = "Subtasks of each step of the job.")
    private int parallelism;

    @Option(
            names = "--checkpoint-interval",
            paramLabel = "TIME",
            defaultValue = "1 s",
            converter = BrokerOptions.DurationConverter.class,
            description = "A result is final two checkpoints after its submission was read.")
    private Duration checkpointInterval;

    @Option(
            names = {"-b", "--bootstrap-servers"},
            paramLabel = "HOST:PORT,…",
            description =
                    "Use this broker, not the embedded one. Topics that are missing are created;"
                            + " the run begins at the end of those that exist, and no other job may use"
                            + " them meanwhile.")
    private Optional<String> bootstrapServers;

    @Option(
            names = "--dashboard-port",
            paramLabel = "PORT",
            description =
                    "Port of Flink's web dashboard. Default: 8081, or a free one if that is in use.")
    private Optional<Integer> dashboardPort;

    @Option(
            names = "--prometheus-port",
            paramLabel = "PORT",
            description = "Serve Flink's metrics for Prometheus on this port. Default: not at all.")
    private Optional<Integer> prometheusPort;

    @Option(
            names = "--keep-running",
            description = "Leave everything up after the summary, until Ctrl-C.")
    private boolean keepRunning;

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            description =
                    "Keep the broker's log and the checkpoints here. Default: a temporary directory"
                            + " that is deleted at the end.")
    private Optional<Path> stateDirectory;

    @Option(names = "--plain", description = "Plain lines even on a terminal, a line every 5 s.")
    private boolean plain;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description =
                    "A configuration file for topics, limits and the like. Broker, chain trackers,"
                            + " endpoints and callbacks remain those of the local run.")
    private Optional<Path> config;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (traffic.listsScenarios()) {
            traffic.listScenarios(spec.commandLine().getOut());
            return ExitStatus.DONE;
        }
        LocalOptions options = options();
        PrintWriter out = spec.commandLine().getOut();
        boolean terminal = System.console() != null;
        return new LocalRun(options, out, terminal).run() ? ExitStatus.DONE : ExitStatus.DEFECT;
    }

    private LocalOptions options() {
        TrafficOptions.Wanted wanted = traffic.wanted();
        require(
                parallelism >= 1 && parallelism <= MAX_PARALLELISM,
                "--parallelism is %s, must be 1 to " + MAX_PARALLELISM,
                parallelism);
        require(
                checkpointInterval.toMillis() >= 10,
                "--checkpoint-interval is %s, must be at least 10 ms",
                checkpointInterval);
        bootstrapServers.ifPresent(
                servers ->
                        require(
                                KafkaConfig.isServerList(servers),
                                "--bootstrap-servers is %s, must be host:port,host:port",
                                servers));
        requirePort("--dashboard-port", dashboardPort);
        requirePort("--prometheus-port", prometheusPort);
        return new LocalOptions(
                wanted.count(),
                wanted.rate(),
                wanted.duration(),
                wanted.seed(),
                wanted.badShare(),
                parallelism,
                checkpointInterval,
                bootstrapServers,
                dashboardPort,
                prometheusPort,
                keepRunning,
                stateDirectory,
                plain,
                wanted.scenario(),
                config);
    }

    private void requirePort(String option, Optional<Integer> port) {
        port.ifPresent(
                number ->
                        require(
                                number >= 1 && number <= MAX_PORT,
                                option + " is %s, must be 1 to " + MAX_PORT,
                                number));
    }

    private void require(boolean right, String message, Object value) {
        if (!right) {
            throw new ParameterException(spec.commandLine(), message.formatted(value));
        }
    }
}
