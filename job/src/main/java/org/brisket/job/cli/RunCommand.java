package org.brisket.job.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.streaming.api.environment.LocalStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.brisket.job.check.FlinkFacts;
import org.brisket.job.config.BrisketConfig;
import org.brisket.job.config.DryRun;
import org.brisket.job.local.DashboardPort;
import org.brisket.job.local.EmbeddedFlink;
import org.brisket.job.topology.OverlayJob;
import org.brisket.operators.decision.Lineage;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command {@code run}: the overlay job against the broker of a configuration file. */
@Command(
        name = "run",
        description = {
            "Run the overlay job against the broker, chain trackers and endpoints of a configuration"
                    + " file.",
            "",
            "On a Flink cluster: flink run brisket-job.jar run --config FILE, or application mode with"
                    + " the main class org.brisket.job.cli.Brisket. Parallelism, checkpoints and state"
                    + " then come from Flink's own configuration, and the options under 'Without a"
                    + " cluster' have no effect. Attached, the command ends with the job; with flink run"
                    + " --detached it ends once the job is submitted.",
            "",
            "Without a cluster (./brisket run): this process is the Flink cluster, with a web"
                    + " dashboard, until Ctrl-C. It then begins with empty state at the offsets that"
                    + " the consumer group committed; to resume, name a checkpoint with"
                    + " -D execution.state-recovery.path=….",
            ""
        })
final class RunCommand implements Callable<Integer> {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            required = true,
            description = "The configuration file; docs/configuration.md explains all keys.")
    private Path config;

    @Option(
            names = "--dry-run",
            description = {
                "Decide everything and do nothing: read the submissions in a consumer group of its own, from"
                        + " the first one, and keep state, but broadcast nothing and write only to topics whose"
                        + " names begin with dry-run. (dry-run.beef-results and so on, which must exist).",
                "'brisket compare-results' says where the verdicts differ from those of the real job."
            })
    private boolean dryRun;

    @Option(
            names = "--rewind",
            paramLabel = "NAME",
            converter = TimelineName.class,
            description = {
                "Give up what the job decided after the state that it is restored from, and go on in a"
                        + " timeline of this name. Without it the job refuses to start from a state"
                        + " that lags behind its decisions. Harmless to leave on: a state in that"
                        + " timeline is not wound back again."
            })
    private Optional<String> rewind = Optional.empty();

    @ArgGroup(validate = false, heading = "%nWithout a cluster:%n", exclusive = false)
    private WithoutCluster withoutCluster = new WithoutCluster();

    @Spec private CommandSpec spec;

    /** A name that fits into a header. */
    static final class TimelineName implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (!Lineage.isName(text)) {
                throw new TypeConversionException(
                        "found '%s', expected %s".formatted(text, Lineage.EXPECTED_NAME));
            }
            return text;
        }
    }

    /** What Flink's own configuration says on a cluster. */
    static final class WithoutCluster {
        @Option(
                names = "--parallelism",
                paramLabel = "N",
                defaultValue = "2",
                description = "Subtasks of each step of the job.")
        private int parallelism = 2;

        @Option(
                names = "--checkpoint-interval",
                paramLabel = "TIME",
                defaultValue = "1 s",
                converter = BrokerOptions.DurationConverter.class,
                description = "A result is final two checkpoints after its submission was read.")
        private Duration checkpointInterval = Duration.ofSeconds(1);

        @Option(
                names = "--dashboard-port",
                paramLabel = "PORT",
                description =
                        "Port of Flink's web dashboard. Default: 8081, or a free one if that is in use.")
        private Optional<Integer> dashboardPort = Optional.empty();

        @Option(
                names = "--state-dir",
                paramLabel = "DIR",
                defaultValue = ".brisket/run",
                description = "Where checkpoints are kept.")
        private Path stateDirectory = Path.of(".brisket", "run");

        @Option(
                names = "-D",
                paramLabel = "KEY=VALUE",
                description = "Any option of Flink; may be repeated.")
        private Map<String, String> flinkOptions = Map.of();
    }

    @Override
    public Integer call() throws Exception {
        BrisketConfig given = BrisketConfig.load(config);
        BrisketConfig brisket = dryRun ? DryRun.of(given) : given;
        StreamExecutionEnvironment env = environment();
        OverlayJob.build(env, brisket, rewind.map(Lineage::rewinding).orElseGet(Lineage::going));
        Readiness.require(brisket, Optional.of(facts(env)), spec.commandLine().getErr());
        env.execute(OverlayJob.NAME);
        return ExitStatus.DONE;
    }

    /** The graph has put its own defaults where Flink's configuration says nothing. */
    private static FlinkFacts facts(StreamExecutionEnvironment env) {
        ReadableConfig flink = env.getConfiguration();
        return new FlinkFacts(
                env.getParallelism(),
                flink.get(CheckpointingOptions.CHECKPOINTING_INTERVAL),
                flink.get(CheckpointingOptions.CHECKPOINTING_TIMEOUT));
    }

    /** The cluster's environment where there is one; else a cluster in this process. */
    private StreamExecutionEnvironment environment() {
        StreamExecutionEnvironment given = StreamExecutionEnvironment.getExecutionEnvironment();
        return given instanceof LocalStreamEnvironment ? embedded() : given;
    }

    private StreamExecutionEnvironment embedded() {
        DashboardPort dashboard = DashboardPort.choose(withoutCluster.dashboardPort);
        spec.commandLine().getOut().println("dashboard " + dashboard.url() + ", Ctrl-C to stop");
        spec.commandLine().getOut().flush();
        return new EmbeddedFlink(
                        dashboard,
                        withoutCluster.stateDirectory.toAbsolutePath().normalize(),
                        withoutCluster.parallelism,
                        withoutCluster.checkpointInterval)
                .with(withoutCluster.flinkOptions)
                .environment();
    }
}
