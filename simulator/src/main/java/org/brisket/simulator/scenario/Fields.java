package org.brisket.simulator.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The keys of one section of a scenario. Each value is read with its default and its range; what is
 * wrong is reported, and the default is given in its place.
 */
final class Fields {
    private final String path;
    private final JsonNode section;
    private final List<String> problems;
    private final Set<String> known = new LinkedHashSet<>();

    /**
     * @param path of the section, empty for the whole file
     */
    Fields(String path, JsonNode section, List<String> problems) {
        this.path = path;
        this.problems = problems;
        boolean usable = section.isObject() || section.isMissingNode() || section.isNull();
        this.section = usable ? section : MissingNode.getInstance();
        if (!usable) {
            problems.add(place("") + "is no section of keys");
        }
    }

    private String place(String key) {
        String place = path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
        return place.isEmpty() ? "" : place + ": ";
    }

    String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    void report(String key, String message) {
        problems.add(place(key) + message);
    }

    private Optional<String> value(String key) {
        JsonNode node = node(key);
        if (node.isContainerNode()) {
            report(key, "is a list or section, must be one value");
            return Optional.empty();
        }
        return node.isMissingNode() || node.isNull()
                ? Optional.empty()
                : Optional.of(node.asText().strip());
    }

    JsonNode node(String key) {
        known.add(key);
        return section.path(key);
    }

    boolean has(String key) {
        return section.has(key);
    }

    String text(String key) {
        Optional<String> text = value(key).filter(found -> !found.isEmpty());
        if (text.isEmpty()) {
            report(key, "is missing");
        }
        return text.orElse("");
    }

    long integer(String key, long otherwise, long smallest, long largest) {
        String expected = "must be a whole number from " + smallest + " to " + largest;
        return value(key)
                .map(text -> integer(key, text, otherwise, expected, smallest, largest))
                .orElse(otherwise);
    }

    private long integer(
            String key, String text, long otherwise, String must, long smallest, long largest) {
        try {
            long number = Long.parseLong(text);
            if (number >= smallest && number <= largest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        report(key, "value is " + text + ", " + must);
        return otherwise;
    }

    double number(String key, double otherwise, double largest) {
        return value(key).map(text -> number(key, text, otherwise, largest)).orElse(otherwise);
    }

    private double number(String key, String text, double otherwise, double largest) {
        try {
            double number = Double.parseDouble(text);
            if (number >= 0 && number <= largest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        report(
                key,
                String.format(
                        Locale.ROOT, "value is %s, must be a number from 0 to %s", text, largest));
        return otherwise;
    }

    double share(String key) {
        return number(key, 0, 1);
    }

    Optional<Duration> span(String key) {
        Optional<String> text = value(key);
        Optional<Duration> span = text.flatMap(SpanText::parse);
        if (text.isPresent() && span.isEmpty()) {
            report(key, "value is " + text.get() + ", " + SpanText.EXPECTED);
        }
        return span;
    }

    Trigger trigger(String key) {
        Optional<String> text = value(key);
        Optional<Trigger> trigger = text.flatMap(Trigger::parse);
        if (text.isPresent() && trigger.isEmpty()) {
            report(key, "value is " + text.get() + ", " + Trigger.EXPECTED);
        }
        return trigger.orElse(Trigger.NOW);
    }

    /** One of some words: the constants' names in lower case, with dashes. */
    <E extends Enum<E>> E choice(String key, E otherwise, List<E> choices) {
        Optional<String> text = value(key);
        Optional<E> choice =
                choices.stream().filter(each -> text.equals(Optional.of(word(each)))).findFirst();
        if (text.isPresent() && choice.isEmpty()) {
            String words = choices.stream().map(Fields::word).collect(Collectors.joining(", "));
            report(key, "value is " + text.get() + ", must be one of " + words);
        }
        return choice.orElse(otherwise);
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reports every key that nobody asked for. */
    void refuseOthers() {
        section.fieldNames()
                .forEachRemaining(
                        key -> {
                            if (!known.contains(key)) {
                                report(
                                        key,
                                        "unknown key, must be one of " + String.join(", ", known));
                            }
                        });
    }
}
