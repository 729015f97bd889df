package org.brisket.job.config.binding;

import java.util.Optional;

/**
 * Turns a configuration file into a record, or into the list of everything that is wrong with it.
 */
public final class ConfigBinder {

    private ConfigBinder() {}

    /**
     * Reads YAML into a record; keys that are not given have their defaults.
     *
     * @throws InvalidConfigException with every problem of the file
     */
    public static <R extends Record & Section> R bind(Class<R> section, String yaml) {
        Problems problems = new Problems();
        ConfigNode node = YamlReader.read(yaml, problems);
        if (!problems.isEmpty() && node instanceof ConfigNode.Empty) {
            throw new InvalidConfigException(problems.lines());
        }
        Optional<R> bound = new SectionBinder<>(section, problems).bind(node);
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(problems.lines());
        }
        return bound.orElseThrow();
    }

    /**
     * The record with every key at its default, unchecked: lists that have no default are empty.
     */
    public static <R extends Record & Section> R defaults(Class<R> section) {
        Problems ignored = new Problems();
        return new SectionBinder<>(section, ignored)
                .bind(new ConfigNode.Empty())
                .orElseThrow(
                        () -> new IllegalStateException(section + " has keys without default"));
    }
}
