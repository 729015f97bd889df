package org.brisket.job.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.brisket.connectors.kafka.ExactlyOnceKafkaSink;
import org.brisket.job.rejections.Pace;
import org.brisket.job.rejections.RejectedSubmission;
import org.brisket.job.rejections.RejectionFilter;
import org.brisket.job.rejections.ReplayHistory;
import org.brisket.job.rejections.ReplayPlan;
import org.brisket.job.rejections.ReplayPlan.Choice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code rejections replay}. */
@Command(
        name = "replay",
        description = {
            "Submit dead letters again: original key, bytes and headers, and the submission id that they"
                    + " were answered under. Asks for a filter, or --all.",
            "Each gets the headers brisket-replay-of (the place of its dead letter) and"
                    + " brisket-replay-attempt."
        },
        footerHeading = "%nWhat happens to a replay:%n",
        footer = {
            "It is a submission like any other. The job keeps no list of submission ids: it is decided anew,"
                    + " and gets a result of its own with the same id. Its 'source' tells it from the first one;"
                    + " the later result counts.",
            "If its transaction was admitted meanwhile, the answer is that admission again, and nothing"
                    + " changes.",
            "If it is refused again there is a new dead letter, and that one is replayed the next time, not"
                    + " the old one. After 3 replays it is in quarantine: only --force sends it.",
            "What was replayed and then admitted leaves no trace among the dead letters: running the same"
                    + " replay twice sends it twice, which is harmless but not free. Narrow it with --since."
        })
final class RejectionsReplayCommand implements Runnable {
    @Mixin private RejectionFilterOptions filter;

    @Option(names = "--all", description = "All dead letters, if there is no filter.")
    private boolean all;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Send so many at most. Default: no limit.")
    private Optional<Long> limit = Optional.empty();

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "100",
            description = "Send so many per second at most.")
    private double rate = 100;

    @Option(names = "--dry-run", description = "Say what would be sent, and send nothing.")
    private boolean dryRun;

    @Option(names = "--force", description = "Send also what is in quarantine.")
    private boolean force;

    @Mixin private BrokerOptions broker;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        RejectionFilter wanted = filter.filter();
        check(wanted);
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
        try (RejectionTopic topic = RejectionTopic.open(broker, progress)) {
            ReplayPlan plan =
                    new ReplayPlan(
                            wanted,
                            history(wanted.since(), topic),
                            limit.orElse(Long.MAX_VALUE),
                            force);
            if (dryRun) {
                replay(plan, wanted, topic, this::wouldSend);
            } else {
                send(plan, wanted, topic);
            }
            report(plan);
        }
    }

    private void check(RejectionFilter wanted) {
        if (wanted.isEmpty() && !all) {
            throw wrong("say which dead letters are meant, or --all");
        }
        if (!(rate > 0)) {
            throw wrong("--rate is " + rate + ", must be above 0");
        }
        if (limit.isPresent() && limit.get() < 1) {
            throw wrong("--limit is " + limit.get() + ", must be at least 1");
        }
    }

    /** A refused replay is newer than what it replays, whatever --until says. */
    private static ReplayHistory history(Optional<Instant> since, RejectionTopic topic) {
        ReplayHistory history = new ReplayHistory();
        topic.forEach(
                since,
                rejected -> {
                    history.add(rejected);
                    return true;
                });
        return history;
    }

    private void send(ReplayPlan plan, RejectionFilter wanted, RejectionTopic topic) {
        try (KafkaProducer<byte[], byte[]> producer =
                topic.connection().producer(ExactlyOnceKafkaSink.MAX_RECORD_BYTES)) {
            ReplaySender sender = new ReplaySender(producer, topic, Pace.of(rate));
            replay(plan, wanted, topic, sender::send);
            sender.finish();
        } catch (KafkaException refused) {
            throw KafkaFailures.explain(refused, topic.connection().address());
        }
    }

    private void replay(
            ReplayPlan plan,
            RejectionFilter wanted,
            RejectionTopic topic,
            Consumer<RejectedSubmission> sender) {
        topic.forEach(
                wanted.since(),
                rejected -> {
                    Choice choice = plan.choose(rejected);
                    if (choice == Choice.SEND) {
                        sender.accept(rejected);
                    }
                    return true;
                });
    }

    private void wouldSend(RejectedSubmission rejected) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                ResultLine.printable(
                        "would replay %s  %s  %s, attempt %d"
                                .formatted(
                                        rejected.place(),
                                        rejected.reason(),
                                        rejected.submissionId(),
                                        rejected.replays() + 1)));
    }

    private void report(ReplayPlan plan) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(plan.count(Choice.SEND) + (dryRun ? " would be replayed" : " replayed"));
        for (Choice choice : Choice.values()) {
            if (choice != Choice.SEND && plan.count(choice) > 0) {
                out.println(plan.count(choice) + " " + choice.text());
            }
        }
        out.flush();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
