package org.brisket.simulator.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How an embedded broker is set up: where its log lies (a temporary directory that goes away with
 * the broker if absent), its port on the loopback interface (0 for a free one) and Kafka settings
 * that override the defaults.
 */
public record BrokerOptions(Optional<Path> directory, int port, Map<String, String> settings) {
    private static final int LARGEST_PORT = 65_535;

    public BrokerOptions {
        if (port < 0 || port > LARGEST_PORT) {
            throw new BrokerStartException("broker port " + port + " is not within 0..65535");
        }
        settings = Map.copyOf(settings);
    }

    /** A free port and a temporary directory. */
    public static BrokerOptions defaults() {
        return new BrokerOptions(Optional.empty(), 0, Map.of());
    }

    public BrokerOptions withDirectory(Path newDirectory) {
        return new BrokerOptions(Optional.of(newDirectory), port, settings);
    }

    public BrokerOptions withPort(int newPort) {
        return new BrokerOptions(directory, newPort, settings);
    }

    public BrokerOptions withSetting(String name, String value) {
        Map<String, String> more = new TreeMap<>(settings);
        more.put(name, value);
        return new BrokerOptions(directory, port, more);
    }
}
