package org.brisket.connectors.callback;

import java.io.Serializable;

/**
 * Where callbacks are taken.
 *
 * @param host the address to listen on
 * @param port 0 for any free one
 * @param token what a sender must present, the same that endpoints are given
 * @param topic the Kafka topic of network events
 */
public record CallbackSettings(String host, int port, String token, String topic)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public CallbackSettings {
        if (token.isEmpty()) {
            throw new IllegalStateException("a callback receiver without a token");
        }
    }

    @Override
    public String toString() {
        return "CallbackSettings[host=%s, port=%d, topic=%s]".formatted(host, port, topic);
    }
}
