package org.brisket.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script that helm test runs, against an HTTP server that answers as Flink does. */
final class HelmTestPodTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"RUNNING, true", "RESTARTING, false"})
    void succeedsOnlyIfTheJobRuns(String state, boolean succeeds) throws Exception {
        HttpServer flink = flinkWithAJob(state);
        try {
            int status = run(script(), flink.getAddress().getPort());

            assertThat(status == 0).isEqualTo(succeeds);
        } finally {
            flink.stop(0);
        }
    }

    private String script() throws IOException {
        JsonNode pod = Chart.render(Chart.withoutHooks(folder), Chart.MINIMAL).get("Pod");
        return pod.at("/spec/containers/0/args/0").asText();
    }

    private static int run(String script, int port) throws Exception {
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", script);
        bash.environment().put("REST", "127.0.0.1");
        bash.environment().put("REST_PORT", Integer.toString(port));
        bash.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return bash.start().waitFor();
    }

    private static HttpServer flinkWithAJob(String state) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/jobs/overview",
                exchange -> {
                    byte[] answer =
                            "{\"jobs\":[{\"name\":\"Brisket overlay\",\"state\":\"%s\"}]}"
                                    .formatted(state)
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        server.start();
        return server;
    }
}
