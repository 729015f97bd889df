package org.brisket.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.simulator.network.TestCoins;

/** A running network with a hundred coins of 10,000 satoshis, and a client that talks to it. */
final class NetworkFixture implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    final SimulatedNetwork network;
    private final HttpClient client = HttpClient.newHttpClient();

    record Reply(int status, String text) {
        JsonNode json() {
            try {
                return MAPPER.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(text, e);
            }
        }
    }

    NetworkFixture(SimulatedNetworkOptions options) {
        network = SimulatedNetwork.start(TestCoins.chain(), options);
    }

    NetworkFixture() {
        this(SimulatedNetworkOptions.defaults());
    }

    /** Spends the funding coin with the given number to one output of the given value. */
    ExtendedTransaction spend(long coin, long satoshis) {
        return TestCoins.spend(network.chain(), coin, satoshis);
    }

    ExtendedTransaction spend(Transaction source, int output, long satoshis) {
        return TestCoins.spend(source, output, satoshis);
    }

    Reply post(ExtendedTransaction transaction, String... headers) {
        return post(1, Hex.encode(transaction.toBytes()), headers);
    }

    Reply post(int arc, String hex, String... headers) {
        return send(
                HttpRequest.newBuilder(uri(arc(arc) + "/v1/tx"))
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString(hex)),
                headers);
    }

    Reply post(String url, String contentType, byte[] body, String... headers) {
        return send(
                HttpRequest.newBuilder(uri(url))
                        .header("Content-Type", contentType)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)),
                headers);
    }

    Reply get(String url, String... headers) {
        return send(HttpRequest.newBuilder(uri(url)), headers);
    }

    String arc(int number) {
        return network.arcs().get(number - 1).url();
    }

    private Reply send(HttpRequest.Builder request, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static URI uri(String text) {
        return URI.create(text);
    }

    @Override
    public void close() {
        network.close();
    }
}
