package org.brisket.job.config.binding;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * The addresses that a configuration may name: absolute, http or https, without a password in them.
 */
final class HttpUrl {

    private HttpUrl() {}

    static URI parse(String text) {
        try {
            return checked(new URI(text));
        } catch (URISyntaxException notUri) {
            throw wrong("must be an http or https address", notUri);
        }
    }

    private static URI checked(URI uri) {
        boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!http || uri.getRawAuthority() == null) {
            throw wrong("must be an http or https address", null);
        }
        if (uri.getRawUserInfo() != null) {
            throw wrong("must not hold a user name or password", null);
        }
        if (uri.getHost() == null) {
            throw wrong("must name a host", null);
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw wrong("must end with its path, without ? or #", null);
        }
        return uri;
    }

    private static IllegalArgumentException wrong(String must, Throwable cause) {
        return new IllegalArgumentException(must, cause);
    }
}
