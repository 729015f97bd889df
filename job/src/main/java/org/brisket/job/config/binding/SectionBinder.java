package org.brisket.job.config.binding;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Builds the record of one section from what the file says of it. */
final class SectionBinder<R extends Record> {
    private final Class<R> section;
    private final List<Setting> settings;
    private final Problems problems;

    SectionBinder(Class<R> section, Problems problems) {
        this.section = section;
        this.settings = Setting.of(section);
        this.problems = problems;
    }

    /**
     * The record that a piece of the file describes.
     *
     * <p>A key with a wrong value is reported and counts as not given, so that the other checks
     * still run; the record is missing only if a key without default is.
     */
    Optional<R> bind(ConfigNode node) {
        if (node instanceof ConfigNode.Empty) {
            return bind(Map.of());
        }
        if (node instanceof ConfigNode.Mapping mapping) {
            refuseUnknownKeys(mapping.entries().keySet());
            return bind(mapping.entries());
        }
        problems.addHere(node.description() + ", must be a section of keys");
        return new SectionBinder<>(section, new Problems()).bind(Map.of());
    }

    private Optional<R> bind(Map<String, ConfigNode> given) {
        Object[] values = new Object[settings.size()];
        boolean complete = true;
        for (int i = 0; i < values.length; i++) {
            Setting setting = settings.get(i);
            Optional<?> value =
                    new ValueBinder(setting, problems)
                            .bind(Optional.ofNullable(given.get(setting.name())));
            complete &= value.isPresent();
            values[i] = value.orElse(null);
        }
        return complete ? Optional.of(checked(values)) : Optional.empty();
    }

    private R checked(Object[] values) {
        R built = construct(values);
        ((Section) built).check(problems);
        return built;
    }

    private R construct(Object[] values) {
        Class<?>[] types =
                Arrays.stream(section.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        try {
            return section.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("cannot build " + section, broken);
        }
    }

    private void refuseUnknownKeys(Set<String> given) {
        String known = settings.stream().map(Setting::name).collect(Collectors.joining(", "));
        given.stream()
                .filter(key -> settings.stream().noneMatch(setting -> setting.name().equals(key)))
                .forEach(key -> problems.add(key, "unknown key, must be one of " + known));
    }
}
