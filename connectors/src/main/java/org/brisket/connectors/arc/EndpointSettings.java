package org.brisket.connectors.arc;

import java.io.Serializable;

/**
 * One ARC endpoint.
 *
 * @param url its address without {@code /v1}
 * @param apiKey empty where none is needed
 */
public record EndpointSettings(String name, String url, String apiKey) implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return "EndpointSettings[name=%s, url=%s, apiKey=%s]"
                .formatted(name, url, apiKey.isEmpty() ? "" : "***");
    }
}
