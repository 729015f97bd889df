package org.brisket.simulator.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Free ports of the loopback interface. */
final class LoopbackPorts {
    private LoopbackPorts() {}

    static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new BrokerStartException("no free port on the loopback interface: " + e, e);
        }
    }

    /** Refuses a port that someone listens on; Kafka itself would end the JVM over it. */
    static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new BrokerStartException(
                    "port " + port + " on 127.0.0.1 is in use: stop its owner or choose another");
        }
    }
}
