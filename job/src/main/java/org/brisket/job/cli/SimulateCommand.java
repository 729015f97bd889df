package org.brisket.job.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.brisket.state.simulation.Mutation;
import org.brisket.state.simulation.Simulation;
import org.brisket.state.simulation.SimulationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the state machines from seeds, and prints each seed that breaks a guarantee. */
@Command(
        name = "simulate",
        description = {
            "Check the guarantees in simulated runs, with crashes and messages in any order.",
            "Ledgers, coordination and tracking run without Flink and Kafka. A seed draws the",
            "submissions, the order of all messages, crashes and what the network does; the same",
            "seed always runs the same way. Exits with 1 if a guarantee was broken."
        })
final class SimulateCommand implements Callable<Integer> {
    private static final long SEEDS_PER_LINE_OF_PROGRESS = 500;

    @Option(names = "--seeds", paramLabel = "N", description = "How many seeds to run.")
    private int seeds = 2_000;

    @Option(names = "--from", paramLabel = "SEED", description = "The first of them.")
    private long from = 0;

    @Option(names = "--events", paramLabel = "N", description = "Events of each run.")
    private int events = 1_000;

    @Option(
            names = "--mutation",
            paramLabel = "NAME",
            converter = ChoiceConverter.OfMutation.class,
            description =
                    "Break something on purpose, such as lost-result; a wrong name lists all.")
    private Optional<Mutation> mutation = Optional.empty();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        if (seeds < 1 || events < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--seeds and --events must be at least 1");
        }
        PrintWriter out = spec.commandLine().getOut();
        long started = System.nanoTime();
        long allEvents = 0;
        int broken = 0;
        for (int i = 0; i < seeds; i++) {
            SimulationReport report = Simulation.run(from + i, events, mutation);
            allEvents += report.events();
            if (!report.isClean()) {
                broken++;
                out.println(report);
            }
            if ((i + 1) % SEEDS_PER_LINE_OF_PROGRESS == 0) {
                spec.commandLine().getErr().printf("%,d of %,d seeds%n", i + 1, seeds);
            }
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        out.printf(
                "%,d seeds, %,d events in %.1f s, %,d a second: %d broke a guarantee%n",
                seeds, allEvents, seconds, Math.round(allEvents / seconds), broken);
        return broken == 0 ? ExitStatus.DONE : ExitStatus.WORLD;
    }
}
