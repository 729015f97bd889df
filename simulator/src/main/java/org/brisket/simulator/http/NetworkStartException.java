package org.brisket.simulator.http;

/** Says in one line why the simulated network cannot start. */
public final class NetworkStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NetworkStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
