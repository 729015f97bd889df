package org.brisket.job.cli;

import java.io.PrintWriter;
import java.net.BindException;
import java.util.Optional;
import java.util.stream.Stream;
import org.brisket.job.config.binding.InvalidConfigException;
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
            return explain(config.get(), name, err);
        }
        if (failure.getCause() != null || !(failure instanceof CommandFailure)) {
            LOG.error("{} failed", name, failure);
        }
        Optional<CommandFailure> known = find(failure, CommandFailure.class);
        if (known.isPresent()) {
            err.println(name + ": " + known.get().getMessage());
            return known.get().exitStatus();
        }
        Optional<BindException> port = find(failure, BindException.class);
        if (port.isPresent()) {
            err.println(name + ": a port is in use: " + port.get().getMessage());
            return ExitStatus.WORLD;
        }
        err.println(name + ": defect: " + failure + " (stack trace in " + LogFile.path() + ")");
        return ExitStatus.DEFECT;
    }

    private static int explain(InvalidConfigException invalid, String name, PrintWriter err) {
        int count = invalid.problems().size();
        err.printf("%s: configuration has %d problem%s:%n", name, count, count == 1 ? "" : "s");
        invalid.problems().forEach(problem -> err.println("  " + problem));
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
