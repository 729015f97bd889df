package org.brisket.bench.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.brisket.protocol.submission.SubmissionHeaders;
import org.brisket.simulator.workload.PlannedSubmission;

/** Starts jobs one after the other in one world, and measures each. */
final class Measurement {
    static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(1);

    private static final int PARTITIONS = 2;
    private static final byte[] ADMITTED =
            "\"status\":\"admitted\"".getBytes(StandardCharsets.US_ASCII);

    private final World world;
    private final List<PlannedSubmission> signed;

    Measurement(World world, List<PlannedSubmission> signed) {
        this.world = world;
        this.signed = signed;
    }

    Row passThrough(int parallelism, Slice slice) throws Exception {
        String run = "pass-through-" + parallelism;
        List<String> topics = List.of(run + "-in", run + "-out");
        world.createTopics(topics, PARTITIONS);
        List<String> arguments =
                List.of(
                        world.brokers(),
                        topics.get(0),
                        topics.get(1),
                        String.valueOf(parallelism),
                        String.valueOf(CHECKPOINT_INTERVAL.toMillis()),
                        folder(run).toString());
        try (ChildJvm job = job(run, PassThroughMain.class.getName(), arguments);
                Client client = new Client(world.brokers(), signed);
                Arrivals arrivals = arrivals(topics.get(1), Measurement::numberOfCopy)) {
            Run measured = new Run(world, job, client, arrivals, topics.get(0), slice);
            measured.warmUp();
            return new Row("pass-through", parallelism, measured.fullLoad(), Optional.empty());
        }
    }

    Row brisket(int parallelism, Slice slice) throws Exception {
        String run = "brisket-" + parallelism;
        JobConfig config = world.config(run);
        world.createTopics(config.topics(), PARTITIONS);
        Path file = Files.writeString(folder(run).resolve("brisket.yaml"), config.toYaml());
        List<String> arguments =
                List.of(
                        "run",
                        "--config",
                        file.toString(),
                        "--parallelism",
                        String.valueOf(parallelism),
                        "--checkpoint-interval",
                        CHECKPOINT_INTERVAL.toMillis() + "ms",
                        "--state-dir",
                        folder(run).toString());
        try (ChildJvm job = job(run, "org.brisket.job.cli.Brisket", arguments);
                Client client = new Client(world.brokers(), signed);
                Arrivals arrivals = arrivals(config.results(), Measurement::numberOfResult)) {
            Run measured = new Run(world, job, client, arrivals, config.submissions(), slice);
            measured.warmUp();
            Rates rates = measured.fullLoad();
            Optional<Latency> latency = measured.halfLoad(rates.perSecond());
            requireBroadcast(slice.first(), slice.pacedFrom());
            return new Row("Brisket", parallelism, rates, latency);
        }
    }

    private void requireBroadcast(int from, int to) throws IOException {
        long missing =
                world.missing(
                        signed.subList(from, to).stream()
                                .map(planned -> planned.txid().orElseThrow().toString())
                                .toList());
        if (missing > 0) {
            throw new IllegalStateException(
                    "the network lacks %d of %d transactions".formatted(missing, to - from));
        }
    }

    private Path folder(String run) throws IOException {
        return Files.createDirectories(world.folder().resolve(run));
    }

    /** As {@code ./brisket run} starts it. */
    private ChildJvm job(String run, String main, List<String> arguments) throws IOException {
        List<String> options =
                new java.util.ArrayList<>(
                        List.of("-Xmx2g", "-Dbrisket.log=" + folder(run).resolve("brisket.log")));
        String more = System.getenv("BRISKET_JAVA_OPTS");
        if (more != null && !more.isBlank()) {
            options.addAll(List.of(more.trim().split("\\s+")));
        }
        ChildJvm job = ChildJvm.start(run, world.folder(), options, main, arguments);
        job.ignoreOutput();
        System.err.println(run + " is process " + job.pid());
        return job;
    }

    private Arrivals arrivals(String topic, Arrivals.Reading reading) {
        return new Arrivals(world.brokers(), topic, PARTITIONS, signed.size(), reading);
    }

    private static int numberOfCopy(ConsumerRecord<byte[], byte[]> copy) {
        return number(copy.headers().lastHeader(SubmissionHeaders.SUBMISSION_ID).value());
    }

    private static int numberOfResult(ConsumerRecord<byte[], byte[]> result) {
        if (!contains(result.value(), ADMITTED)) {
            throw new IllegalStateException(
                    "not admitted: " + new String(result.value(), StandardCharsets.UTF_8));
        }
        return number(result.key());
    }

    /** An id is {@code w<seed>-<number>}. */
    private static int number(byte[] submissionId) {
        String id = new String(submissionId, StandardCharsets.US_ASCII);
        return Integer.parseInt(id.substring(id.indexOf('-') + 1));
    }

    private static boolean contains(byte[] text, byte[] part) {
        for (int from = 0; from <= text.length - part.length; from++) {
            if (java.util.Arrays.equals(text, from, from + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }
}
