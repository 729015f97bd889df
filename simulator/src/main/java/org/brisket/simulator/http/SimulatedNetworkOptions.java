package org.brisket.simulator.http;

import java.time.Duration;
import java.util.Optional;
import org.brisket.simulator.network.NetworkOptions;

/**
 * How a simulated network is set up: its port on the loopback interface (0 for a free one), the
 * number of ARC endpoints, how often a block is mined (never by itself if absent), the keys that
 * services ask for (none if absent), and the network's policy.
 */
public record SimulatedNetworkOptions(
        int port,
        int arcEndpoints,
        Optional<Duration> blockInterval,
        Optional<String> arcKey,
        Optional<String> headersKey,
        NetworkOptions network) {
    private static final int MAX_ENDPOINTS = 16;

    public SimulatedNetworkOptions {
        if (arcEndpoints < 1 || arcEndpoints > MAX_ENDPOINTS) {
            throw new IllegalArgumentException(arcEndpoints + " ARC endpoints, not 1..16");
        }
    }

    /** A free port, two ARC endpoints, no keys, no blocks unless asked for. */
    public static SimulatedNetworkOptions defaults() {
        return new SimulatedNetworkOptions(
                0, 2, Optional.empty(), Optional.empty(), Optional.empty(), NetworkOptions.DEFAULT);
    }

    public SimulatedNetworkOptions withPort(int newPort) {
        return new SimulatedNetworkOptions(
                newPort, arcEndpoints, blockInterval, arcKey, headersKey, network);
    }

    public SimulatedNetworkOptions withArcEndpoints(int count) {
        return new SimulatedNetworkOptions(port, count, blockInterval, arcKey, headersKey, network);
    }

    public SimulatedNetworkOptions withBlockInterval(Duration interval) {
        return new SimulatedNetworkOptions(
                port, arcEndpoints, Optional.of(interval), arcKey, headersKey, network);
    }

    /** The bearer key that every ARC endpoint asks for. */
    public SimulatedNetworkOptions withArcKey(String key) {
        return new SimulatedNetworkOptions(
                port, arcEndpoints, blockInterval, Optional.of(key), headersKey, network);
    }

    /** The key that WhatsOnChain asks for plainly and the Block Headers Service as bearer. */
    public SimulatedNetworkOptions withHeadersKey(String key) {
        return new SimulatedNetworkOptions(
                port, arcEndpoints, blockInterval, arcKey, Optional.of(key), network);
    }

    public SimulatedNetworkOptions withNetwork(NetworkOptions newNetwork) {
        return new SimulatedNetworkOptions(
                port, arcEndpoints, blockInterval, arcKey, headersKey, newNetwork);
    }
}
