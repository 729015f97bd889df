package org.brisket.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.brisket.simulator.broker.EmbeddedKafka;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters on a real broker are listed, shown, counted and sent again. */
final class RejectionsITCase {
    private static EmbeddedKafka kafka;

    @TempDir private Path folder;

    @BeforeAll
    static void startBroker() {
        kafka = EmbeddedKafka.start();
        kafka.createTopics(Map.of("beef-submissions", 2, "beef-rejections", 2));
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(letter(0, "MALFORMED_BEEF", false, "a", new byte[] {1, 2}));
            producer.send(letter(0, "COIN_CONTESTED", true, "b", new byte[] {3}));
            producer.send(letter(1, "COIN_CONTESTED", true, "c", new byte[] {4}));
            producer.send(replayed(letter(1, "COIN_CONTESTED", true, "c", new byte[] {4}), 0, 1));
            producer.send(replayed(letter(1, "COIN_CONTESTED", true, "d", new byte[] {5}), 9, 3));
        }
    }

    @AfterAll
    static void stopBroker() {
        kafka.close();
    }

    @Test
    void listsWhatMatches() {
        assertThat(run("list").out().lines()).hasSize(5);
        assertThat(run("list", "--reason=MALFORMED_BEEF").out())
                .startsWith("beef-rejections-0-0  20")
                .contains("  MALFORMED_BEEF  a  2 bytes  because a")
                .hasLineCount(1);
        assertThat(run("list", "--id=c").out().lines()).hasSize(2);
        assertThat(run("list", "--id=beef-rejections-1-2").out()).contains("replay 3");
        assertThat(run("list", "--topic=tm_other").out()).isEmpty();
        assertThat(run("list", "--until=1 h").out()).isEmpty();
        assertThat(run("list", "--since=1 h").out().lines()).hasSize(5);
        Terminal some = run("list", "--limit=2");
        assertThat(some.out().lines()).hasSize(2);
        assertThat(some.err()).startsWith("there are more");
    }

    @Test
    void showsOneWhole() throws IOException {
        Path saved = folder.resolve("beef");

        Terminal show = run("show", "a", "--save=" + saved);

        assertThat(show.out().lines())
                .contains(
                        "  x-topics: tm_any",
                        "  brisket-reason-code: MALFORMED_BEEF",
                        "  value: 2 bytes 0102")
                .last()
                .asString()
                .startsWith("  verification now: invalid");
        assertThat(Files.readAllBytes(saved)).containsExactly(1, 2);
        Terminal none = Terminal.run("rejections", "show", "z", "-b=" + kafka.bootstrapServers());
        assertThat(none.status()).isEqualTo(ExitStatus.WORLD);
        assertThat(none.err())
                .isEqualTo("brisket rejections show: there is no dead letter with the id z\n");
    }

    @Test
    void countsByReason() {
        assertThat(run("stats").out().lines())
                .anyMatch(line -> line.matches("COIN_CONTESTED +4 +2 +yes .*"))
                .anyMatch(line -> line.matches("MALFORMED_BEEF +1 +0 +no .*"))
                .last()
                .isEqualTo("5 dead letters");
    }

    @Test
    void replaysWhatIsNewestAndNotInQuarantine() {
        String summary =
                """
                1 do not match
                1 were replayed and refused again
                1 are in quarantine after 3 replays
                """;

        Terminal dryRun = run("replay", "--retryable", "--dry-run");
        assertThat(dryRun.out())
                .contains("would replay beef-rejections-0-1  COIN_CONTESTED  b, attempt 1\n")
                .contains("would replay beef-rejections-1-1  COIN_CONTESTED  c, attempt 2\n")
                .endsWith("2 would be replayed\n" + summary);

        Terminal replay = run("replay", "--retryable", "--rate=50");

        assertThat(replay.out()).isEqualTo("2 replayed\n" + summary);
        assertThat(SubmittedRecords.read(kafka.bootstrapServers(), 2))
                .containsExactlyInAnyOrder(
                        "03 {x-topics=tm_any, brisket-submission-id=b,"
                                + " brisket-replay-of=beef-rejections-0-1, brisket-replay-attempt=1}",
                        "04 {x-topics=tm_any, brisket-submission-id=c,"
                                + " brisket-replay-of=beef-rejections-1-1, brisket-replay-attempt=2}");
    }

    @Test
    void asksWhatIsMeant() {
        Terminal replay = Terminal.run("rejections", "replay");

        assertThat(replay.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(replay.err()).contains("say which dead letters are meant, or --all");
        assertThat(Terminal.run("rejections", "list", "--since=x").err())
                .contains("must be a time such as 2026-05-01T12:00:00Z");
        assertThat(Terminal.run("rejections", "list", "--since=1 h", "--until=2 h").err())
                .contains("--since must be earlier than --until");
        assertThat(Terminal.run("rejections").err()).contains("list, show, stats or replay");
    }

    private static ProducerRecord<byte[], byte[]> letter(
            int partition, String reason, boolean retryable, String id, byte[] value) {
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>("beef-rejections", partition, null, value);
        add(letter, "x-topics", "tm_any");
        add(letter, "brisket-reason-code", reason);
        add(letter, "brisket-reason-retryable", String.valueOf(retryable));
        add(letter, "brisket-reason-detail", "because " + id);
        add(letter, "brisket-reason-submission-id", id);
        return letter;
    }

    /** As the job leaves a refused replay: its headers stand ahead of the reason. */
    private static ProducerRecord<byte[], byte[]> replayed(
            ProducerRecord<byte[], byte[]> letter, long of, int attempt) {
        ProducerRecord<byte[], byte[]> replayed =
                new ProducerRecord<>(letter.topic(), letter.partition(), null, letter.value());
        add(replayed, "brisket-replay-of", "beef-rejections-1-" + of);
        add(replayed, "brisket-replay-attempt", String.valueOf(attempt));
        letter.headers().forEach(replayed.headers()::add);
        return replayed;
    }

    private static void add(ProducerRecord<?, ?> record, String name, String value) {
        record.headers().add(name, value.getBytes());
    }

    private static Terminal run(String... args) {
        List<String> all = new ArrayList<>(List.of("rejections"));
        all.addAll(List.of(args));
        all.add("--bootstrap-servers=" + kafka.bootstrapServers());
        Terminal terminal = Terminal.run(all.toArray(String[]::new));
        assertThat(terminal.status()).as(terminal.err()).isEqualTo(ExitStatus.DONE);
        return terminal;
    }
}
