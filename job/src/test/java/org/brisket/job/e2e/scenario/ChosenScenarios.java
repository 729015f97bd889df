package org.brisket.job.e2e.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.brisket.simulator.scenario.Scenario;
import org.brisket.simulator.scenario.Scenarios;

/**
 * Which scenarios are run: those that we ship if the system property {@code scenarios.full} is
 * true, else small ones of the same names; of them those that {@code scenarios.names} names, with
 * commas between them.
 */
final class ChosenScenarios {
    private static final String FOLDER = "/scenarios/";

    private ChosenScenarios() {}

    /** Whether someone named them. */
    static boolean isNamed() {
        return !names().isEmpty();
    }

    private static String names() {
        return System.getProperty("scenarios.names", "");
    }

    static List<Scenario> byProperties() {
        List<String> chosen = isNamed() ? List.of(names().split(",")) : Scenarios.names();
        return chosen.stream()
                .map(
                        Boolean.getBoolean("scenarios.full")
                                ? ChosenScenarios::full
                                : ChosenScenarios::small)
                .toList();
    }

    private static Scenario full(String name) {
        return Scenarios.named(name)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "scenario %s, must be one of %s"
                                                .formatted(name, Scenarios.names())));
    }

    private static Scenario small(String name) {
        String file = FOLDER + name + ".yaml";
        try (InputStream stream = ChosenScenarios.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalArgumentException("no small scenario " + name);
            }
            return Scenarios.read(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
