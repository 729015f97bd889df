package org.brisket.job.config.binding;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One key of a section as its record declares it.
 *
 * @param name the key in kebab-case
 * @param shape what its value looks like
 * @param key meaning, default and range
 * @param component where the record holds the value
 */
record Setting(String name, Shape shape, Key key, RecordComponent component) {

    /** The keys of a section in the order of its record. */
    static List<Setting> of(Class<? extends Record> section) {
        return Arrays.stream(section.getRecordComponents()).map(Setting::of).toList();
    }

    /** The default as a piece of a configuration file; empty if there is none. */
    Optional<ConfigNode> byDefault() {
        if (key.byDefault().isEmpty()) {
            return Optional.empty();
        }
        Problems problems = new Problems();
        ConfigNode node = YamlReader.read(key.byDefault(), problems);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("default of " + name + ": " + problems.lines());
        }
        return Optional.of(node);
    }

    /** The value that a section has under this key. */
    Object valueIn(Record section) {
        try {
            return component.getAccessor().invoke(section);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("cannot read " + component, broken);
        }
    }

    private static Setting of(RecordComponent component) {
        Key key = component.getAnnotation(Key.class);
        if (key == null) {
            throw new IllegalStateException(component + " has no @Key");
        }
        return new Setting(
                kebabCase(component.getName()),
                Shape.of(component.getGenericType()),
                key,
                component);
    }

    private static String kebabCase(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
