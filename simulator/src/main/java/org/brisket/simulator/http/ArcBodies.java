package org.brisket.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.brisket.protocol.bytes.ByteReader;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.simulator.network.PostedTransaction;

/** Takes the bodies of ARC's posts apart: text, JSON or binary, one transaction or many. */
final class ArcBodies {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MAX_BATCH = 10_000;

    private ArcBodies() {}

    /** The bytes of the one posted transaction. */
    static byte[] single(HttpRequest request) throws MalformedException {
        return switch (contentType(request)) {
            case "text/plain" -> Hex.decode(text(request).strip());
            case "application/json" -> rawTx(json(request));
            case "application/octet-stream" -> request.body();
            default -> throw new MalformedException("content type of a transaction unknown");
        };
    }

    /** The bytes of each posted transaction, in order. */
    static List<byte[]> batch(HttpRequest request) throws MalformedException {
        List<byte[]> batch =
                switch (contentType(request)) {
                    case "text/plain" -> lines(request);
                    case "application/json" -> array(json(request));
                    case "application/octet-stream" -> concatenated(request.body());
                    default -> throw new MalformedException("content type of a batch unknown");
                };
        if (batch.isEmpty() || batch.size() > MAX_BATCH) {
            throw MalformedException.of("a batch of %d transactions", batch.size());
        }
        return batch;
    }

    private static String contentType(HttpRequest request) {
        String type = request.header("content-type").orElse("");
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static List<byte[]> lines(HttpRequest request) throws MalformedException {
        List<byte[]> batch = new ArrayList<>();
        for (String line : text(request).split("\n")) {
            if (!line.isBlank()) {
                batch.add(Hex.decode(line.strip()));
            }
        }
        return batch;
    }

    private static List<byte[]> array(JsonNode json) throws MalformedException {
        if (!json.isArray()) {
            throw new MalformedException("a batch is an array of objects with rawTx");
        }
        List<byte[]> batch = new ArrayList<>();
        for (JsonNode element : json) {
            batch.add(rawTx(element));
        }
        return batch;
    }

    private static List<byte[]> concatenated(byte[] body) throws MalformedException {
        List<byte[]> batch = new ArrayList<>();
        ByteReader reader = new ByteReader(body);
        while (reader.remaining() > 0) {
            int start = reader.position();
            PostedTransaction.read(reader);
            int length = reader.position() - start;
            batch.add(new ByteReader(body, start, length).readSlice(length).toByteArray());
        }
        return batch;
    }

    private static byte[] rawTx(JsonNode json) throws MalformedException {
        if (!json.path("rawTx").isTextual()) {
            throw new MalformedException("no rawTx in the JSON object");
        }
        return Hex.decode(json.get("rawTx").textValue());
    }

    private static JsonNode json(HttpRequest request) throws MalformedException {
        try {
            return MAPPER.readTree(request.body());
        } catch (IOException e) {
            throw MalformedException.of("not JSON: %.100s", e.getMessage());
        }
    }

    private static String text(HttpRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }
}
