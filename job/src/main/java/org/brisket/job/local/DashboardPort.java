package org.brisket.job.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.brisket.job.failure.ExplainedFailure;

/**
 * The port of Flink's web dashboard.
 *
 * @param usualTaken whether another port was chosen because the usual one is in use
 */
public record DashboardPort(int number, boolean usualTaken) {
    public static final int USUAL = 8081;

    /**
     * The wanted port; without one the usual or, if that is in use, a free one.
     *
     * @throws ExplainedFailure if the wanted port is in use
     */
    public static DashboardPort choose(Optional<Integer> wanted) {
        if (wanted.isPresent() && !isFree(wanted.get())) {
            throw new ExplainedFailure(
                    "port %d is in use, so the dashboard cannot have it; choose another with --dashboard-port"
                            .formatted(wanted.get()));
        }
        if (wanted.isPresent() || isFree(USUAL)) {
            return new DashboardPort(wanted.orElse(USUAL), false);
        }
        return new DashboardPort(anyFree(), true);
    }

    /** Where a browser finds the dashboard. */
    public String url() {
        return "http://localhost:" + number;
    }

    boolean isFree() {
        return isFree(number);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }

    private static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new ExplainedFailure("no port is free for the dashboard: " + e, e);
        }
    }
}
