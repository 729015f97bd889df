package org.brisket.job.cli;

import java.io.PrintWriter;
import java.net.BindException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.brisket.job.config.binding.InvalidConfigException;
import org.brisket.job.failure.ExplainedFailure;
import org.brisket.simulator.broker.BrokerStartException;
import org.brisket.simulator.http.NetworkStartException;
import org.brisket.simulator.scenario.InvalidScenarioException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in as few lines as possible why a command failed; the stack trace goes to the log. */
final class FailureHandler implements IExecutionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);
    private static final int MAX_CAUSES = 20;

    @Override
    public int handleExecutionException(
            Exception failure, CommandLine command, ParseResult parseResult) {
        PrintWriter err = command.getErr();
        String name = command.getCommandSpec().qualifiedName();
        Optional<InvalidConfigException> config = find(failure, InvalidConfigException.class);
        if (config.isPresent()) {
            return explain(name + ": configuration", config.get().problems(), err);
        }
        Optional<InvalidScenarioException> scenario = find(failure, InvalidScenarioException.class);
        if (scenario.isPresent()) {
            return explain(name + ": scenario", scenario.get().problems(), err);
        }
        Optional<String> explanation = explanation(failure);
        if (explanation.isEmpty() || failure.getCause() != null) {
            LOG.error("{} failed", name, failure);
        }
        if (explanation.isPresent()) {
            err.println(name + ": " + explanation.get());
            return ExitStatus.WORLD;
        }
        err.println(name + ": defect: " + failure + " (stack trace in " + LogFile.path() + ")");
        return ExitStatus.DEFECT;
    }

    /** What the user can mend, in one line; empty if the failure is our own. */
    private static Optional<String> explanation(Exception failure) {
        return find(failure, ExplainedFailure.class)
                .map(Throwable::getMessage)
                .or(() -> find(failure, BrokerStartException.class).map(Throwable::getMessage))
                .or(() -> find(failure, NetworkStartException.class).map(Throwable::getMessage))
                .or(
                        () ->
                                find(failure, BindException.class)
                                        .map(port -> "a port is in use: " + port.getMessage()));
    }

    private static int explain(String what, List<String> problems, PrintWriter err) {
        int count = problems.size();
        err.printf("%s has %d problem%s:%n", what, count, count == 1 ? "" : "s");
        problems.forEach(problem -> err.println("  " + problem));
        return ExitStatus.USAGE;
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MAX_CAUSES)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
