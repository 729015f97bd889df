package org.brisket.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;

/** An answer: status, content type and body. */
record HttpResponse(int status, String contentType, byte[] body) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static HttpResponse json(int status, JsonNode body) {
        try {
            return new HttpResponse(status, "application/json", MAPPER.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree that cannot be written: " + body, e);
        }
    }

    static HttpResponse text(int status, String body) {
        return new HttpResponse(status, "text/plain", body.getBytes(StandardCharsets.UTF_8));
    }
}
