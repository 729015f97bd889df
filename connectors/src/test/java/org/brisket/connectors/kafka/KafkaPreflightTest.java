package org.brisket.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaPreflightTest {
    @Test
    void saysInOneLineThatNoBrokerAnswers() throws IOException {
        String address = "127.0.0.1:" + unusedPort();

        List<String> problems = KafkaPreflight.check(settings(address), List.of("results"));

        assertThat(problems).singleElement().asString().contains(address).hasLineCount(1);
    }

    @Test
    void saysInOneLineThatAnAddressIsNoAddress() {
        List<String> problems = KafkaPreflight.check(settings("nonsense"), List.of("results"));

        assertThat(problems).singleElement().asString().contains("nonsense").hasLineCount(1);
    }

    private static KafkaSettings settings(String bootstrapServers) {
        return new KafkaSettings(
                bootstrapServers,
                "group",
                "prefix",
                600_000,
                Map.of("request.timeout.ms", "500", "default.api.timeout.ms", "500"));
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
