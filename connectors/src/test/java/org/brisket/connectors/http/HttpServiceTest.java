package org.brisket.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpServiceTest {
    private final HttpConnections connections = new HttpConnections("test");

    @AfterEach
    void close() {
        connections.close();
    }

    @Test
    void sendsItsHeadersAndReturnsStatusAndBody() throws IOException {
        try (StubService stub =
                new StubService(request -> new StubService.Reply(404, "{\"a\":1}"))) {
            HttpReply reply = service(stub, 5_000, 1_000).get("/x?y=1").join();

            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.json().path("a").asInt()).isEqualTo(1);
            assertThat(stub.requests().get(0).path()).isEqualTo("/x?y=1");
            assertThat(stub.requests().get(0).authorization()).isEqualTo("Bearer hunter2");
        }
    }

    @Test
    void readsNoReplyBeyondItsLimit() throws IOException {
        try (StubService stub =
                new StubService(request -> StubService.Reply.ok("x".repeat(1_001)))) {
            assertThatThrownBy(service(stub, 5_000, 1_000).get("/")::join)
                    .hasRootCauseInstanceOf(IOException.class)
                    .hasMessageContaining("more than 1000 bytes");
        }
    }

    @Test
    void givesUpWhenNothingIsAnsweredInTime() throws IOException {
        try (StubService stub = new StubService(request -> StubService.Reply.NEVER)) {
            assertThatThrownBy(service(stub, 100, 1_000).get("/")::join)
                    .hasRootCauseInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void neverPrintsItsHeaders() throws IOException {
        try (StubService stub = new StubService(request -> StubService.Reply.ok(""))) {
            assertThat(service(stub, 100, 1_000).toString())
                    .contains(stub.url())
                    .doesNotContain("hunter2");
        }
    }

    @Test
    void refusesAnAddressThatIsNotHttp() {
        assertThatThrownBy(
                        () ->
                                new HttpService(
                                        connections,
                                        "stub",
                                        "file:///etc",
                                        Map.of(),
                                        new HttpLimits(1, 1, 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    private HttpService service(StubService stub, long timeoutMillis, int maxReplyBytes) {
        return new HttpService(
                connections,
                "stub",
                stub.url() + "/",
                Map.of("Authorization", "Bearer hunter2"),
                new HttpLimits(timeoutMillis, 4, maxReplyBytes));
    }
}
