package org.brisket.job.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.brisket.job.audit.AuditResult;
import org.brisket.job.audit.Counter;
import org.brisket.job.audit.Finding;
import org.brisket.job.audit.flink.AuditRun;
import org.brisket.job.audit.log.LogPart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code audit}: checks a savepoint, and the public change log against it. */
@Command(
        name = "audit",
        description = {
            "Check a savepoint or checkpoint: digests and invariants of every ledger, and whether ledgers,"
                    + " tracked transactions and open ballots agree.",
            "With a broker (--bootstrap-servers or --config), or with files, also replay beef-admissions and"
                    + " beef-rollbacks and compare them with the savepoint. Both must be whole, from their first"
                    + " record to at least the savepoint; later records are told apart and left out.",
            "Exit status 0 means that there is no difference, 1 that there is one, or that something cannot"
                    + " be read. What does not fit into memory is put into java.io.tmpdir meanwhile: up to three"
                    + " times the size of the savepoint."
        },
        footerHeading = "%nWhat is compared:%n",
        footer = {
            "A record is later than the savepoint if the savepoint does not say that it was published. Until"
                    + " then a change that a ledger holds needs no record.",
            "The digest in an admission is comparable if the change before it is known: it moves by exactly the"
                    + " outputs admitted and the coins spent. Across missing numbers (undone or aborted changes) it"
                    + " is comparable if it is the sum of what still stands; if it is not, it proves nothing and is"
                    + " counted as not comparable.",
            "The digest of the savepoint is always compared with the sum of all that stands."
        })
final class AuditCommand implements Callable<Integer> {
    private static final int MOST_FINDINGS = 100;

    @Option(
            names = {"-s", "--savepoint"},
            required = true,
            paramLabel = "DIR",
            showDefaultValue = Visibility.NEVER,
            description =
                    "Directory of the savepoint, or of a checkpoint (chk-N), as a path or a URI. Checkpoints must"
                            + " be aligned.")
    private String savepoint;

    @Option(
            names = "--admissions",
            paramLabel = "FILE",
            showDefaultValue = Visibility.NEVER,
            description =
                    "The values of beef-admissions, one line each. Export beef-rollbacks first.")
    private Optional<Path> admissions = Optional.empty();

    @Option(
            names = "--rollbacks",
            paramLabel = "FILE",
            showDefaultValue = Visibility.NEVER,
            description = "The values of beef-rollbacks, one line each.")
    private Optional<Path> rollbacks = Optional.empty();

    @Option(names = "--all", description = "List up to 100 differences, not only the first.")
    private boolean all;

    @Mixin private BrokerOptions broker;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        if (admissions.isPresent() != rollbacks.isPresent()) {
            throw wrong("--admissions and --rollbacks go together");
        }
        if (admissions.isPresent() && broker.areGiven()) {
            throw wrong("the log is read from files or from a broker, not from both");
        }
        String location = SavepointLocation.of(savepoint);
        AuditResult result =
                new AuditRun(location, log(), all ? MOST_FINDINGS : 1).run(this::printProgress);
        print(result);
        return result.isClean() ? ExitStatus.DONE : ExitStatus.WORLD;
    }

    private List<LogPart> log() {
        if (admissions.isPresent()) {
            return LogSources.files(admissions.get(), rollbacks.orElseThrow());
        }
        return broker.areGiven() ? LogSources.topics(broker.kafka(), broker.timeout()) : List.of();
    }

    private void printProgress(Map<Counter, Long> counts) {
        String seen = words(counts, counter -> counts.get(counter) > 0);
        if (!seen.isEmpty()) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("so far " + seen);
            err.flush();
        }
    }

    private void print(AuditResult result) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("savepoint: " + words(result.counts(), counter -> !counter.ofLog()));
        if (admissions.isPresent() || broker.areGiven()) {
            out.println("log: " + words(result.counts(), Counter::ofLog));
        }
        if (result.isClean()) {
            out.println("no difference");
        } else {
            out.println(heading(result));
            result.first().stream().map(Finding::toString).map("  "::concat).forEach(out::println);
        }
        out.flush();
    }

    private String heading(AuditResult result) {
        long findings = result.findings();
        String count = findings + (findings == 1 ? " difference" : " differences");
        return result.first().size() == findings
                ? count + ":"
                : count + ", the first" + (all ? " " + MOST_FINDINGS : "") + ":";
    }

    private static String words(Map<Counter, Long> counts, Predicate<Counter> which) {
        return Arrays.stream(Counter.values())
                .filter(which)
                .map(counter -> counts.get(counter) + " " + counter.text())
                .collect(Collectors.joining(", "));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
