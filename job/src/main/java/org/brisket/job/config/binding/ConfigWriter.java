package org.brisket.job.config.binding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.brisket.job.config.value.ClientProperties;

/** Writes a record as the YAML that would give it, with secrets masked. */
public final class ConfigWriter {
    private static final ObjectWriter YAML =
            YAMLMapper.builder()
                    .disable(Feature.WRITE_DOC_START_MARKER, Feature.SPLIT_LINES)
                    .enable(Feature.MINIMIZE_QUOTES, Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .enable(Feature.INDENT_ARRAYS_WITH_INDICATOR)
                    .build()
                    .writer();

    private ConfigWriter() {}

    /** Every key of the record in its order; optional keys that are not set are left out. */
    public static String toYaml(Record section) {
        try {
            return YAML.writeValueAsString(mapping(section));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("cannot write " + section, impossible);
        }
    }

    private static Map<String, Object> mapping(Record section) {
        Map<String, Object> entries = new LinkedHashMap<>();
        for (Setting setting : Setting.of(section.getClass())) {
            data(setting.shape(), setting.valueIn(section))
                    .ifPresent(value -> entries.put(setting.name(), value));
        }
        return entries;
    }

    private static Optional<Object> data(Shape shape, Object value) {
        if (shape instanceof Shape.One one) {
            return Optional.of(one.type().writeObject(value));
        }
        if (shape instanceof Shape.Maybe maybe) {
            return ((Optional<?>) value).map(present -> maybe.type().writeObject(present));
        }
        if (shape instanceof Shape.Many many) {
            return Optional.of(
                    ((List<?>) value)
                            .stream()
                                    .flatMap(item -> data(many.element(), item).stream())
                                    .toList());
        }
        if (shape instanceof Shape.Properties) {
            return Optional.of(((ClientProperties) value).masked());
        }
        return Optional.of(mapping((Record) value));
    }
}
