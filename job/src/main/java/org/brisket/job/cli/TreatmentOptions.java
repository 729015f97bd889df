package org.brisket.job.cli;

import static org.brisket.protocol.submission.SubmissionHeaders.ATOMICITY;
import static org.brisket.protocol.submission.SubmissionHeaders.MODE;
import static org.brisket.protocol.submission.SubmissionHeaders.SUBMISSION_ID;
import static org.brisket.protocol.submission.SubmissionHeaders.TOPICS;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.brisket.job.config.TopicManagerConfig;
import org.brisket.protocol.submission.Atomicity;
import org.brisket.protocol.submission.SubmissionMode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is to become of the submissions of one command: the headers of their records. */
final class TreatmentOptions {
    @Option(
            names = {"-t", "--topics"},
            paramLabel = "TOPIC",
            split = ",",
            required = true,
            description = "Overlay topics, for example tm_any,tm_hello.")
    private List<String> topics;

    @Option(
            names = "--submission-id",
            paramLabel = "ID",
            description = "Id of the one submission. Default: its Kafka topic-partition-offset.")
    private Optional<String> submissionId;

    @Option(
            names = "--atomicity",
            paramLabel = "WORD",
            converter = ChoiceConverter.OfAtomicity.class,
            description = "all-or-nothing or independent. Default: what the job is configured for.")
    private Optional<Atomicity> atomicity;

    @Option(
            names = "--mode",
            paramLabel = "WORD",
            converter = ChoiceConverter.OfMode.class,
            description = "current or historical. Default: what the job is configured for.")
    private Optional<SubmissionMode> mode;

    @Option(
            names = "--key",
            paramLabel = "TEXT",
            defaultValue = "brisket-submit",
            description = "Key of the records; records with the same key stay in order.")
    private String key;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** Refuses topics that no overlay can have, and one id for several submissions. */
    void check(int submissions) {
        for (String topic : topics) {
            if (!TopicManagerConfig.isTopicName(topic)) {
                throw wrong(
                        "--topics holds '%s', must be tm_ and lower-case words joined by underscores"
                                .formatted(topic));
            }
        }
        if (submissionId.isPresent() && submissions > 1) {
            throw wrong(
                    "--submission-id is for one submission, but %d are given"
                            .formatted(submissions));
        }
    }

    /** The Kafka record of a submission. */
    ProducerRecord<byte[], byte[]> toRecord(SubmissionBytes submission, String kafkaTopic) {
        ProducerRecord<byte[], byte[]> submitted =
                new ProducerRecord<>(kafkaTopic, utf8(key), submission.bytes());
        addHeader(submitted, TOPICS, jsonArray(topics));
        submissionId.ifPresent(id -> addHeader(submitted, SUBMISSION_ID, id));
        atomicity.ifPresent(chosen -> addHeader(submitted, ATOMICITY, chosen.text()));
        mode.ifPresent(chosen -> addHeader(submitted, MODE, chosen.text()));
        return submitted;
    }

    Optional<String> submissionId() {
        return submissionId;
    }

    private static void addHeader(ProducerRecord<?, ?> submitted, String name, String value) {
        submitted.headers().add(name, utf8(value));
    }

    /** BRC-22's form; names of topics need no escapes. */
    private static String jsonArray(List<String> names) {
        return names.stream()
                .map(name -> '"' + name + '"')
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
