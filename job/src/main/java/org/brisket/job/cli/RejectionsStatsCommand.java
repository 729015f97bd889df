package org.brisket.job.cli;

import java.io.PrintWriter;
import org.brisket.job.rejections.RejectionCounts;
import org.brisket.job.rejections.RejectionFilter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code rejections stats}. */
@Command(name = "stats", description = "Count dead letters by reason.")
final class RejectionsStatsCommand implements Runnable {
    @Mixin private RejectionFilterOptions filter;

    @Mixin private BrokerOptions broker;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        RejectionFilter wanted = filter.filter();
        RejectionCounts counts = new RejectionCounts();
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
        try (RejectionTopic topic = RejectionTopic.open(broker, progress)) {
            topic.forEach(
                    wanted.since(),
                    rejected -> {
                        if (wanted.test(rejected)) {
                            counts.add(rejected);
                        }
                        return true;
                    });
        }
        print(counts, spec.commandLine().getOut());
    }

    private static void print(RejectionCounts counts, PrintWriter out) {
        TextTable table = new TextTable("reason", "count", "replays", "retryable", "first", "last");
        for (RejectionCounts.Line line : counts.lines()) {
            table.row(
                    ResultLine.printable(line.reason()),
                    String.valueOf(line.count()),
                    String.valueOf(line.replays()),
                    line.retryable() ? "yes" : "no",
                    line.first().toString(),
                    line.last().toString());
        }
        if (counts.total() > 0) {
            table.lines().forEach(out::println);
        }
        out.println(counts.total() + " dead letters");
        out.flush();
    }
}
