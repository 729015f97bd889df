package org.brisket.job.cli;

import java.io.PrintWriter;
import org.brisket.job.rejections.RejectedSubmission;
import org.brisket.job.rejections.RejectionFilter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code rejections list}. */
@Command(name = "list", description = "List dead letters, the oldest of each partition first.")
final class RejectionsListCommand implements Runnable {
    @Mixin private RejectionFilterOptions filter;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "Stop after so many.")
    private long limit = 100;

    @Mixin private BrokerOptions broker;

    @Spec private CommandSpec spec;

    private long listed;

    @Override
    public void run() {
        if (limit < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--limit is " + limit + ", must be at least 1");
        }
        RejectionFilter wanted = filter.filter();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (RejectionTopic topic = RejectionTopic.open(broker, new ProgressLine(err))) {
            topic.forEach(wanted.since(), rejected -> list(rejected, wanted, out));
        }
        if (listed > limit) {
            err.println("there are more; ask for them with --limit or --since");
        }
    }

    private boolean list(RejectedSubmission rejected, RejectionFilter wanted, PrintWriter out) {
        if (wanted.test(rejected) && ++listed <= limit) {
            out.println(line(rejected));
            out.flush();
        }
        return listed <= limit;
    }

    /** Place, time, reason, submission, bytes, replays and detail. */
    private static String line(RejectedSubmission rejected) {
        byte[] value = rejected.record().value();
        String line =
                "%s  %s  %s  %s  %d bytes%s  %s"
                        .formatted(
                                rejected.place(),
                                rejected.time(),
                                rejected.reason(),
                                rejected.submissionId(),
                                value == null ? 0 : value.length,
                                rejected.replays() == 0 ? "" : "  replay " + rejected.replays(),
                                rejected.detail());
        return ResultLine.printable(line);
    }
}
