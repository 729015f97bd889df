package org.brisket.connectors.http;

import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs when a service begins to fail and when it answers again, not each failure between. */
final class ServiceHealth {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceHealth.class);

    private final String name;
    private final AtomicBoolean failing = new AtomicBoolean();

    ServiceHealth(String name) {
        this.name = name;
    }

    void observe(HttpReply reply, Throwable failure) {
        if (failure != null) {
            failed(describe(failure));
        } else if (reply.isTrouble()) {
            failed("HTTP status " + reply.status());
        } else if (failing.compareAndSet(true, false)) {
            LOG.info("{} answers again", name);
        }
    }

    private void failed(String reason) {
        if (failing.compareAndSet(false, true)) {
            LOG.warn("{} does not answer: {}", name, reason);
        }
    }

    private static String describe(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        return cause.toString();
    }
}
