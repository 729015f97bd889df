package org.brisket.connectors.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;

/** A service's answer: the HTTP status and the bytes of the body. */
public record HttpReply(int status, byte[] body) {
    private static final ObjectReader JSON = new ObjectMapper().reader();

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** True for what says nothing but that the service cannot or will not answer now. */
    boolean isTrouble() {
        return status >= 500 || status == 401 || status == 403 || status == 429;
    }

    /** The body as JSON, or a missing node when it is none. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
