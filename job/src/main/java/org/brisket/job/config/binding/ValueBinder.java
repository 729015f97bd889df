package org.brisket.job.config.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.brisket.job.config.value.ClientProperties;

/** Finds the value of one key: what the file gives if that is right, else the default. */
final class ValueBinder {
    private final Setting setting;
    private final Problems section;
    private final Problems here;
    private final ValueRange range;

    ValueBinder(Setting setting, Problems section) {
        this.setting = setting;
        this.section = section;
        this.here = section.at(setting.name());
        this.range = new ValueRange(setting.key());
    }

    /** The value for the record's constructor; empty if there is none, which has been reported. */
    Optional<?> bind(Optional<ConfigNode> given) {
        Shape shape = setting.shape();
        if (shape instanceof Shape.One one) {
            return single(one.type(), given);
        }
        if (shape instanceof Shape.Maybe maybe) {
            return Optional.of(optional(maybe.type(), given));
        }
        if (shape instanceof Shape.Nested nested) {
            return new SectionBinder<>(nested.section(), here)
                    .bind(given.orElseGet(ConfigNode.Empty::new));
        }
        if (shape instanceof Shape.Many many) {
            return Optional.of(list(many.element(), given));
        }
        return Optional.of(properties(given));
    }

    private Optional<?> single(ScalarType<?> type, Optional<ConfigNode> given) {
        if (given.isEmpty() && setting.byDefault().isEmpty()) {
            section.add(setting.name(), "is missing, must be given");
        }
        Optional<?> value = given.flatMap(node -> withinRange(type, node));
        return value.isPresent()
                ? value
                : setting.byDefault().flatMap(node -> withinRange(type, node));
    }

    private Optional<?> optional(ScalarType<?> type, Optional<ConfigNode> given) {
        return given.filter(node -> !(node instanceof ConfigNode.Empty))
                .flatMap(node -> withinRange(type, node));
    }

    private Optional<?> withinRange(ScalarType<?> type, ConfigNode node) {
        Optional<?> value = scalar(type, node, here);
        Optional<String> refusal = value.flatMap(read -> range.refusal(type, read));
        refusal.ifPresent(must -> here.addHere(node.description() + ", " + must));
        return refusal.isPresent() ? Optional.empty() : value;
    }

    private static Optional<?> scalar(ScalarType<?> type, ConfigNode node, Problems place) {
        if (!(node instanceof ConfigNode.Scalar scalar)) {
            String must = ", must be a single value (" + type.name() + ")";
            place.addHere(node.description() + must);
            return Optional.empty();
        }
        try {
            return Optional.of(type.parse().apply(scalar.text()));
        } catch (IllegalArgumentException wrong) {
            String shown = type.shown() ? scalar.description() + ", " : "";
            place.addHere(shown + wrong.getMessage());
            return Optional.empty();
        }
    }

    private List<?> list(Shape element, Optional<ConfigNode> given) {
        ConfigNode node =
                given.filter(entry -> !(entry instanceof ConfigNode.Empty))
                        .or(setting::byDefault)
                        .orElseGet(() -> new ConfigNode.Sequence(List.of()));
        if (!(node instanceof ConfigNode.Sequence sequence)) {
            here.addHere(node.description() + ", must be a list");
            return List.of();
        }
        refuseTooFewOrMany(sequence.items().size());
        return elements(element, sequence);
    }

    private List<?> elements(Shape element, ConfigNode.Sequence sequence) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            ConfigNode item = sequence.items().get(i);
            Problems place = here.at(i);
            Optional<?> value =
                    element instanceof Shape.Nested nested
                            ? new SectionBinder<>(nested.section(), place).bind(item)
                            : scalar(((Shape.One) element).type(), item, place);
            value.ifPresent(values::add);
        }
        return List.copyOf(values);
    }

    private void refuseTooFewOrMany(int size) {
        ScalarType<?> number = ScalarType.of(Integer.class).orElseThrow();
        range.refusal(number, size)
                .ifPresent(must -> here.addHere("number of entries is " + size + ", " + must));
    }

    private ClientProperties properties(Optional<ConfigNode> given) {
        Map<String, String> entries = new TreeMap<>();
        if (given.isPresent() && given.get() instanceof ConfigNode.Mapping mapping) {
            mapping.entries().forEach((name, node) -> property(name, node, entries));
        } else if (given.isPresent() && !(given.get() instanceof ConfigNode.Empty)) {
            here.addHere(given.get().description() + ", must be a section of properties");
        }
        return new ClientProperties(entries);
    }

    private void property(String name, ConfigNode node, Map<String, String> entries) {
        if (node instanceof ConfigNode.Scalar scalar) {
            entries.put(name, scalar.text());
        } else if (node instanceof ConfigNode.Empty) {
            entries.put(name, "");
        } else {
            here.add(name, node.description() + ", must be a single value");
        }
    }
}
