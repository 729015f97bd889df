package org.brisket.connectors.chain;

import java.io.Serializable;

/**
 * One chain tracker.
 *
 * @param kind {@link #WHATS_ON_CHAIN}, {@link #BLOCK_HEADERS_SERVICE} or {@link #CHAINTRACKS}
 * @param url the service's address without the path of its API, such as {@code
 *     https://api.whatsonchain.com}
 * @param apiKey empty where none is needed
 */
public record TrackerSettings(String name, String kind, String url, String apiKey)
        implements Serializable {
    public static final String WHATS_ON_CHAIN = "whatsonchain";
    public static final String BLOCK_HEADERS_SERVICE = "block-headers-service";
    public static final String CHAINTRACKS = "chaintracks";

    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return "TrackerSettings[name=%s, kind=%s, url=%s, apiKey=%s]"
                .formatted(name, kind, url, apiKey.isEmpty() ? "" : "***");
    }
}
