package org.brisket.job.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.brisket.job.config.KafkaConfig;
import org.brisket.job.failure.ExplainedFailure;
import org.brisket.protocol.submission.RecordPosition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code submit}: puts BEEF into the topic of submissions. */
@Command(
        name = "submit",
        description = {
            "Send BEEF to Kafka for admission to overlay topics, in the order given.",
            "The answers arrive in the topic of results: see 'brisket tail'."
        })
final class SubmitCommand implements Runnable {
    private static final String TOPIC_KEY = "kafka.topics.submissions";

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            showDefaultValue = Visibility.NEVER,
            description = "Files of BEEF, binary or hex, one submission each.")
    private List<Path> files = List.of();

    @Option(
            names = "--hex",
            paramLabel = "HEX",
            showDefaultValue = Visibility.NEVER,
            description = "BEEF as hex digits on the command line; may be repeated.")
    private List<String> hexValues = List.of();

    @Mixin private TreatmentOptions treatment;

    @Mixin private BrokerOptions broker;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        treatment.check(files.size() + hexValues.size());
        List<SubmissionBytes> submissions = submissions();
        KafkaConfig kafka = broker.kafka();
        String topic = kafka.topics().submissions();
        try (BrokerConnection connection = BrokerConnection.open(kafka, broker.timeout())) {
            connection.partitions(topic, TOPIC_KEY);
            send(submissions, topic, connection);
        }
    }

    private List<SubmissionBytes> submissions() {
        List<SubmissionBytes> submissions = new ArrayList<>();
        files.forEach(file -> submissions.add(SubmissionBytes.fromFile(file)));
        hexValues.forEach(hex -> submissions.add(inline(hex, submissions.size() + 1)));
        if (submissions.isEmpty()) {
            throw wrong("nothing to submit, name a FILE or give --hex");
        }
        return submissions;
    }

    private SubmissionBytes inline(String hex, int number) {
        byte[] bytes =
                SubmissionBytes.decodeHex(hex)
                        .orElseThrow(() -> wrong("--hex must be an even number of hex digits"));
        return new SubmissionBytes("input " + number, bytes);
    }

    private void send(
            List<SubmissionBytes> submissions, String topic, BrokerConnection connection) {
        int largest = submissions.stream().mapToInt(one -> one.bytes().length).max().orElseThrow();
        try (KafkaProducer<byte[], byte[]> producer = connection.producer(largest)) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            submissions.forEach(one -> sent.add(producer.send(treatment.toRecord(one, topic))));
            for (int i = 0; i < submissions.size(); i++) {
                report(
                        submissions.get(i),
                        await(sent.get(i), submissions.get(i), connection, topic));
            }
        } catch (KafkaException refused) {
            throw KafkaFailures.explain(refused, connection.address(), topic, TOPIC_KEY);
        }
    }

    private static RecordMetadata await(
            Future<RecordMetadata> sent,
            SubmissionBytes submission,
            BrokerConnection connection,
            String topic) {
        try {
            return sent.get();
        } catch (ExecutionException refused) {
            ExplainedFailure reason =
                    KafkaFailures.explain(
                            refused.getCause(), connection.address(), topic, TOPIC_KEY);
            throw new ExplainedFailure(submission.source() + ": " + reason.getMessage(), refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ExplainedFailure("interrupted", stopped);
        }
    }

    private void report(SubmissionBytes submission, RecordMetadata place) {
        RecordPosition position =
                new RecordPosition(place.topic(), place.partition(), place.offset());
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s: %d bytes to partition %d at offset %d, submission %s%n",
                submission.source(),
                submission.bytes().length,
                place.partition(),
                place.offset(),
                treatment.submissionId().orElseGet(position::toString));
        out.flush();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
