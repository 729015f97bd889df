package org.brisket.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SubmitCommandTest {
    @TempDir private Path folder;

    @Test
    void asksForOverlayTopics() {
        Terminal submit = Terminal.run("submit", "--hex", "00");

        assertThat(submit.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(submit.err()).startsWith("brisket submit: Missing required option: '--topics");
    }

    @ParameterizedTest
    @ValueSource(strings = {"any", "tm_Any", "tm_a,,tm_b", "tm_a,lookup"})
    void refusesWrongOverlayTopics(String topics) {
        Terminal submit = Terminal.run("submit", "--hex", "00", "--topics", topics);

        assertThat(submit.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(submit.err()).contains("--topics holds '", "must be tm_");
    }

    @Test
    void asksForSomethingToSubmit() {
        assertRefused("nothing to submit, name a FILE or give --hex");
    }

    @Test
    void refusesHexThatIsNone() {
        assertRefused("--hex must be an even number of hex digits", "--hex", "0g");
    }

    @Test
    void refusesOneIdForTwoSubmissions() {
        assertRefused(
                "--submission-id is for one submission, but 2 are given",
                "--hex=00",
                "--hex=01",
                "--submission-id=x");
    }

    @Test
    void refusesUnknownWords() {
        assertRefused("must be one of all-or-nothing, independent", "--hex=00", "--atomicity=some");
        assertRefused("must be one of current, historical", "--hex=00", "--mode=old");
        assertRefused("must be a duration such as", "--hex=00", "--timeout=5");
        assertRefused("must be host:port", "--hex=00", "--bootstrap-servers=nowhere");
    }

    @Test
    void explainsFilesThatItCannotSend() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty"));

        assertExplained("empty is empty", empty.toString());
        assertExplained("absent does not exist", folder.resolve("absent").toString());
        assertExplained(" is not a file", folder.toString());
    }

    @Test
    void explainsAMissingBrokerInOneLine() throws IOException {
        String address = "127.0.0.1:" + portWithoutListener();

        Terminal submit =
                Terminal.run("submit", "-t=tm_any", "--hex=00", "-b=" + address, "--timeout=500ms");

        assertThat(submit.status()).isEqualTo(ExitStatus.WORLD);
        assertThat(submit.err())
                .isEqualTo(
                        "brisket submit: no Kafka broker answers at "
                                + address
                                + "; is it running, and is --bootstrap-servers right?\n");
        assertThat(submit.out()).isEmpty();
    }

    @Test
    void explainsAHostThatDoesNotExistInOneLine() {
        Terminal submit = Terminal.run("submit", "-t=tm_any", "--hex=00", "-b=nohost.invalid:9092");

        assertThat(submit.status()).isEqualTo(ExitStatus.WORLD);
        assertThat(submit.err())
                .startsWith("brisket submit: cannot use the broker at nohost.invalid:9092: ")
                .hasLineCount(1);
    }

    @Test
    void checksTheConfigurationThatItIsGiven() throws IOException {
        Path file = Files.writeString(folder.resolve("brisket.yaml"), "kafak: {}\n");

        Terminal submit = Terminal.run("submit", "-t=tm_any", "--hex=00", "-c=" + file);

        assertThat(submit.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(submit.err()).contains("kafak: unknown key");
    }

    static int portWithoutListener() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void assertRefused(String message, String... args) {
        Terminal submit = Terminal.run(submit(args));
        assertThat(submit.err()).contains(message).contains("Try 'brisket submit --help'.");
        assertThat(submit.status()).isEqualTo(ExitStatus.USAGE);
    }

    private static void assertExplained(String message, String... args) {
        Terminal submit = Terminal.run(submit(args));
        assertThat(submit.err()).contains(message).hasLineCount(1);
        assertThat(submit.status()).isEqualTo(ExitStatus.WORLD);
    }

    private static String[] submit(String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "submit";
        all[1] = "--topics=tm_any,tm_hello";
        System.arraycopy(args, 0, all, 2, args.length);
        return all;
    }
}
