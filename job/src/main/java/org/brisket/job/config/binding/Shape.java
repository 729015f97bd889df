package org.brisket.job.config.binding;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import org.brisket.job.config.value.ClientProperties;

/** What the value of a key looks like in YAML, told from the Java type of its record component. */
sealed interface Shape {

    /** The shape of a record component's type. */
    static Shape of(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
            return new Maybe(scalar(generic.getActualTypeArguments()[0]));
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return new Many(of(generic.getActualTypeArguments()[0]));
        }
        if (type == ClientProperties.class) {
            return new Properties();
        }
        if (type instanceof Class<?> section && Section.class.isAssignableFrom(section)) {
            return new Nested(section.asSubclass(Record.class));
        }
        return new One(scalar(type));
    }

    private static ScalarType<?> scalar(Type type) {
        Optional<ScalarType<?>> known =
                type instanceof Class<?> javaType ? ScalarType.of(javaType) : Optional.empty();
        return known.orElseThrow(
                () -> new IllegalStateException("no configuration key can have type " + type));
    }

    /** A single value. */
    record One(ScalarType<?> type) implements Shape {}

    /** A single value that may be left out. */
    record Maybe(ScalarType<?> type) implements Shape {}

    /** A section of keys. */
    record Nested(Class<? extends Record> section) implements Shape {}

    /** A list of values or of sections. */
    record Many(Shape element) implements Shape {}

    /** Keys that a client library defines. */
    record Properties() implements Shape {}
}
