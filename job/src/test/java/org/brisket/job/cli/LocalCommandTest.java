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
import org.junit.jupiter.params.provider.CsvSource;

final class LocalCommandTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rate=-1|--rate is -1.0, must be 0 to 1000000",
                "--bad-share=1.5|--bad-share is 1.5, must be 0 to 1",
                "--parallelism=0|--parallelism is 0, must be 1 to 64",
                "--count=0|--count is 0, must be 1 to 2000000",
                "--dashboard-port=0|--dashboard-port is 0, must be 1 to 65535",
                "--bootstrap-servers=nowhere|--bootstrap-servers is nowhere, must be host:port,host:port",
                "--checkpoint-interval=1 ms|--checkpoint-interval is PT0.001S, must be at least 10 ms"
            })
    void refusesWrongOptionsInOneLine(String option, String message) {
        Terminal local = Terminal.run("local", option);

        assertThat(local.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(local.err()).startsWith("brisket local: " + message).hasLineCount(2);
    }

    @Test
    void refusesDurationThatSaysNothingAboutTheCount() {
        Terminal local = Terminal.run("local", "--duration=5 s", "--rate=0");

        assertThat(local.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(local.err()).contains("--duration with --rate 0.0 needs --count");
    }

    @Test
    void namesTheScenarios() {
        Terminal local = Terminal.run("local", "--list-scenarios");

        assertThat(local.status()).isEqualTo(ExitStatus.DONE);
        assertThat(local.out().lines())
                .hasSize(9)
                .anyMatch(line -> line.startsWith("reorg                Reorganisations of depth"));
    }

    @Test
    void refusesAScenarioThatIsNotThereInOneLine() {
        Terminal local = Terminal.run("local", "--scenario=nonsense");

        assertThat(local.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(local.err())
                .startsWith(
                        "brisket local: --scenario is nonsense, must be a file or one of outage, lying-")
                .hasLineCount(2);
    }

    @Test
    void listsEverythingThatIsWrongWithAScenario(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, "about: x\nsteps: [{outage: {at: moon}}, {}]\n");

        Terminal local = Terminal.run("local", "--scenario=" + file);

        assertThat(local.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(local.err())
                .startsWith("brisket local: scenario has 2 problems:")
                .contains("  steps[0].outage.at: value is moon, must be one of all, arc1")
                .contains("  steps[1]: must name one action of outage, ");
    }

    @Test
    void explainsThatTheDashboardPortIsInUseInOneLine() throws IOException {
        try (ServerSocket owner = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Terminal local = Terminal.run("local", "--dashboard-port=" + owner.getLocalPort());

            assertThat(local.status()).isEqualTo(ExitStatus.WORLD);
            assertThat(local.err())
                    .startsWith("brisket local: port " + owner.getLocalPort() + " is in use")
                    .hasLineCount(1);
        }
    }

    @Test
    void explainsThatNoBrokerAnswersInOneLine() {
        Terminal local = Terminal.run("local", "--bootstrap-servers=127.0.0.1:1", "--count=1");

        assertThat(local.status()).isEqualTo(ExitStatus.WORLD);
        assertThat(local.err())
                .startsWith("brisket local: Kafka at 127.0.0.1:1 cannot be reached")
                .hasLineCount(1);
    }

    @Test
    void explainsRunWithoutClusterInItsHelp() {
        Terminal help = Terminal.run("run", "--help");

        assertThat(help.status()).isEqualTo(ExitStatus.DONE);
        assertThat(help.out())
                .contains("flink run brisket-job.jar run --config FILE")
                .contains("Without a cluster");
    }
}
