package org.brisket.job.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.brisket.job.failure.ExplainedFailure;
import org.brisket.job.rejections.RejectedSubmission;
import org.brisket.job.rejections.RejectionFilter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code rejections show}. */
@Command(
        name = "show",
        description = {
            "Show dead letters whole: all headers, the bytes, and what verification without a network says"
                    + " of them now. Proofs need headers of blocks, so what is otherwise right is 'unproven'.",
            "Exit status 1 means that there is none with this id."
        })
final class RejectionsShowCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "ID",
            showDefaultValue = Visibility.NEVER,
            description =
                    "A submission id, or the place of one dead letter, topic-partition-offset.")
    private String id;

    @Option(names = "--all-bytes", description = "Print all bytes in hex, not only the first 64.")
    private boolean allBytes;

    @Option(
            names = "--save",
            paramLabel = "FILE",
            description = "Write the bytes of the last one that is shown to a file.")
    private Optional<Path> save = Optional.empty();

    @Mixin private BrokerOptions broker;

    @Spec private CommandSpec spec;

    private RejectedSubmission last;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        RejectionFilter wanted = wanted();
        RejectionView view = new RejectionView(allBytes);
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
        try (RejectionTopic topic = RejectionTopic.open(broker, progress)) {
            topic.forEach(
                    Optional.empty(),
                    rejected -> {
                        if (wanted.test(rejected)) {
                            view.lines(rejected).forEach(out::println);
                            out.flush();
                            last = rejected;
                        }
                        return !rejected.place().equals(id);
                    });
        }
        if (last == null) {
            throw new ExplainedFailure("there is no dead letter with the id " + id);
        }
        save.ifPresent(this::save);
        return ExitStatus.DONE;
    }

    private RejectionFilter wanted() {
        return new RejectionFilter(
                Set.of(), Set.of(id), Optional.empty(), false, Optional.empty(), Optional.empty());
    }

    private void save(Path file) {
        byte[] value = last.record().value();
        try {
            Files.write(file, value == null ? new byte[0] : value);
        } catch (IOException e) {
            throw new ExplainedFailure(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
