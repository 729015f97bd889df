package org.brisket.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class TailCommandTest {

    @Test
    void refusesToPrintNothing() {
        Terminal tail = Terminal.run("tail", "--count=0");

        assertThat(tail.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(tail.err()).contains("--count is 0, must be at least 1");
    }

    @Test
    void explainsAMissingBrokerInOneLine() throws IOException {
        String address = "127.0.0.1:" + SubmitCommandTest.portWithoutListener();

        Terminal tail = Terminal.run("tail", "-b=" + address, "--timeout=500ms");

        assertThat(tail.status()).isEqualTo(ExitStatus.WORLD);
        assertThat(tail.err()).contains("no Kafka broker answers at " + address).hasLineCount(1);
    }
}
