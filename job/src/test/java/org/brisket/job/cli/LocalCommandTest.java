package org.brisket.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
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
