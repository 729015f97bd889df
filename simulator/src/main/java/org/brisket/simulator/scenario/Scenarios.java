package org.brisket.simulator.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The scenarios that we ship, and the reader of others. */
public final class Scenarios {
    private static final String FOLDER = "/org/brisket/simulator/scenarios/";
    private static final List<String> SHIPPED =
            List.of(
                    "outage",
                    "lying-endpoint",
                    "poison-batch",
                    "orphan-chain",
                    "double-spend-win",
                    "double-spend-lose",
                    "rejected-then-mined",
                    "reorg",
                    "callbacks-chaos");

    private Scenarios() {}

    /** All that we ship. */
    public static List<Scenario> shipped() {
        return SHIPPED.stream().map(name -> named(name).orElseThrow()).toList();
    }

    public static List<String> names() {
        return SHIPPED;
    }

    /** The one of that name that we ship. */
    public static Optional<Scenario> named(String name) {
        return SHIPPED.contains(name) ? Optional.of(read(name, resource(name))) : Optional.empty();
    }

    /**
     * The scenario that a text describes.
     *
     * @throws InvalidScenarioException with every problem
     */
    public static Scenario read(String name, String yaml) {
        return ScenarioReader.read(name, yaml);
    }

    private static String resource(String name) {
        try (InputStream stream = Scenarios.class.getResourceAsStream(FOLDER + name + ".yaml")) {
            if (stream == null) {
                throw new IllegalStateException("resource " + FOLDER + name + ".yaml is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read scenario " + name, e);
        }
    }
}
