package org.brisket.connectors.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallbackReceiverTest {
    private static final String FIRST = "ab".repeat(32);
    private static final String SECOND = "cd".repeat(32);
    private static final CallbackSettings SETTINGS =
            new CallbackSettings("127.0.0.1", 0, "secret-token", "network-events");

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private CallbackReceiver receiver;

    @BeforeEach
    void open() throws IOException {
        receiver = new CallbackReceiver(SETTINGS, producer);
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void writesASingleCallbackByteForByteKeyedByTxid() throws Exception {
        String body =
                "{ \"timestamp\":\"t\", \"txid\":\"%s\",\"txStatus\":\"MINED\",\"competingTxs\":[{\"txid\":\"x\"}], \"unknown\":1.50}"
                        .formatted(FIRST);

        assertThat(post("  " + body + "\n")).isEqualTo(200);

        assertThat(producer.history()).hasSize(1);
        ProducerRecord<byte[], byte[]> written = producer.history().get(0);
        assertThat(written.topic()).isEqualTo("network-events");
        assertThat(text(written.key())).isEqualTo(FIRST);
        assertThat(text(written.value())).isEqualTo(body);
    }

    @Test
    void writesEachCallbackOfABatchByItself() throws Exception {
        String one = "{\"txid\":\"%s\", \"extraInfo\":\"é\"}".formatted(FIRST);
        String two = "{\"txStatus\":\"REJECTED\",\"txid\":\"%s\"}".formatted(SECOND);

        assertThat(post("{\"count\":2,\"callbacks\":[" + one + " , " + two + "]}")).isEqualTo(200);

        assertThat(producer.history())
                .extracting(written -> text(written.value()))
                .containsExactly(one, two);
        assertThat(producer.history())
                .extracting(written -> text(written.key()))
                .containsExactly(FIRST, SECOND);
    }

    @Test
    void refusesAMissingOrWrongTokenAndWritesNothing() throws Exception {
        for (String authorization :
                List.of("Bearer wrong-token", "Bearer ", "secret-token", "bearer secret-token")) {
            assertThat(post("/callback", authorization, callback().getBytes())).isEqualTo(401);
        }
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void refusesWhatIsNoCallbackAndWritesNothing() throws Exception {
        for (String body :
                List.of(
                        "",
                        "nonsense",
                        "[]",
                        "{}",
                        "{\"txid\":\"short\"}",
                        "{\"txid\":12}",
                        "{\"callbacks\":{}}",
                        "{\"callbacks\":[%s,{}]}".formatted(callback()),
                        "{\"callbacks\":[%s".formatted(callback()),
                        callback() + callback(),
                        "{\"a\":".repeat(2_000))) {
            assertThat(post(body)).as(body).isEqualTo(400);
        }
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void refusesAnyEncodingButUtf8() throws Exception {
        byte[] wide = callback().getBytes(StandardCharsets.UTF_16BE);

        assertThat(post("/callback", "Bearer secret-token", wide)).isEqualTo(400);
    }

    @Test
    void refusesABodyAboveItsLimit() throws Exception {
        byte[] large = new byte[CallbackReceiver.MAX_BODY_BYTES + 1];

        assertThat(post("/callback", "Bearer secret-token", large)).isEqualTo(413);
    }

    @Test
    void asksTheSenderToRepeatWhatCouldNotBeWritten() throws Exception {
        producer.sendException = new TimeoutException("no broker");

        assertThat(post(callback())).isEqualTo(503);
    }

    @Test
    void knowsOnePathAndOneMethod() throws Exception {
        assertThat(post("/other", "Bearer secret-token", callback().getBytes())).isEqualTo(404);
        assertThat(send(request("/callback", "Bearer secret-token").GET().build())).isEqualTo(405);
    }

    @Test
    void saysThatItsPortIsTaken() {
        CallbackSettings taken =
                new CallbackSettings("127.0.0.1", receiver.port(), "token", "network-events");

        assertThatThrownBy(() -> new CallbackReceiver(taken, producer))
                .isInstanceOf(BindException.class);
    }

    @Test
    void neverPrintsItsToken() {
        assertThat(SETTINGS.toString()).doesNotContain("secret-token");
        assertThatThrownBy(() -> new CallbackSettings("127.0.0.1", 0, "", "topic"))
                .isInstanceOf(IllegalStateException.class);
    }

    private static String callback() {
        return "{\"txid\":\"%s\",\"txStatus\":\"MINED\"}".formatted(FIRST);
    }

    private int post(String body) throws Exception {
        return post("/callback", "Bearer secret-token", body.getBytes(StandardCharsets.UTF_8));
    }

    private int post(String path, String authorization, byte[] body) throws Exception {
        return send(request(path, authorization).POST(BodyPublishers.ofByteArray(body)).build());
    }

    private HttpRequest.Builder request(String path, String authorization) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + receiver.port() + path))
                .header("Authorization", authorization);
    }

    private static int send(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
