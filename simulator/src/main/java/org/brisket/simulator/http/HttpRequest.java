package org.brisket.simulator.http;

import java.util.Map;
import java.util.Optional;

/**
 * A request as a service sees it: the path below the service's own prefix, the query's parameters,
 * headers by lower-case name, and the body.
 */
record HttpRequest(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] body) {

    Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }

    boolean is(String wantedMethod, String wantedPath) {
        return method.equals(wantedMethod) && path.equals(wantedPath);
    }

    /** A number of the query, if it is there and not negative. */
    Optional<Long> number(String name) {
        return PathNumber.parse(query.getOrDefault(name, ""));
    }
}
