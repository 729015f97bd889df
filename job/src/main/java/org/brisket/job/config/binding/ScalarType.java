package org.brisket.job.config.binding;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.brisket.job.config.value.DataSize;
import org.brisket.job.config.value.DurationText;
import org.brisket.job.config.value.Percentage;
import org.brisket.job.config.value.Secret;

/**
 * A type that a single YAML value can have.
 *
 * @param type the Java class of its values
 * @param name what the documentation calls it
 * @param parse reads a value, or throws an IllegalArgumentException whose message reads "must be …"
 * @param write the value as YAML data: a number, a boolean or a text that {@code parse} reads again
 * @param shown whether a wrong value may be repeated in a message
 */
record ScalarType<T>(
        Class<T> type,
        String name,
        Function<String, T> parse,
        Function<T, Object> write,
        boolean shown) {

    private static final List<ScalarType<?>> SIMPLE =
            List.of(
                    plain(String.class, "text", text -> text, text -> text),
                    plain(Integer.class, "number", ScalarType::parseInteger, number -> number),
                    plain(Boolean.class, "true or false", ScalarType::parseBoolean, value -> value),
                    plain(Duration.class, "duration", DurationText::parse, DurationText::format),
                    plain(DataSize.class, "size", DataSize::parse, DataSize::toString),
                    plain(Percentage.class, "percentage", Percentage::parse, Percentage::toString),
                    discreet(URI.class, "URL", HttpUrl::parse, URI::toString),
                    discreet(Secret.class, "file", Secret::fromFile, key -> key.file().toString()));

    /** The scalar type of a Java class, primitive classes and enums included. */
    static Optional<ScalarType<?>> of(Class<?> javaType) {
        if (javaType.isEnum()) {
            return Optional.of(choice(javaType));
        }
        return SIMPLE.stream().filter(known -> known.type() == boxed(javaType)).findFirst();
    }

    /** How a constant of an enum is written: {@code ALL_OR_NOTHING} is {@code all-or-nothing}. */
    static String choiceName(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Object writeObject(Object value) {
        return write.apply(type.cast(value));
    }

    private static <T> ScalarType<T> plain(
            Class<T> type, String name, Function<String, T> parse, Function<T, Object> write) {
        return new ScalarType<>(type, name, parse, write, true);
    }

    private static <T> ScalarType<T> discreet(
            Class<T> type, String name, Function<String, T> parse, Function<T, Object> write) {
        return new ScalarType<>(type, name, parse, write, false);
    }

    private static <E> ScalarType<E> choice(Class<E> enumType) {
        E[] constants = enumType.getEnumConstants();
        String names =
                Arrays.stream(constants)
                        .map(ScalarType::choiceName)
                        .collect(Collectors.joining(", "));
        Function<String, E> parse =
                text ->
                        Arrays.stream(constants)
                                .filter(constant -> choiceName(constant).equals(text))
                                .findFirst()
                                .orElseThrow(() -> wrong("must be one of " + names));
        return plain(enumType, names, parse, ScalarType::choiceName);
    }

    private static Class<?> boxed(Class<?> javaType) {
        if (javaType == int.class) {
            return Integer.class;
        }
        return javaType == boolean.class ? Boolean.class : javaType;
    }

    private static Integer parseInteger(String text) {
        if (!text.matches("-?\\d{1,10}") || Long.parseLong(text) != (int) Long.parseLong(text)) {
            throw wrong("must be a whole number");
        }
        return Integer.valueOf(text);
    }

    private static Boolean parseBoolean(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("must be true or false");
        };
    }

    private static IllegalArgumentException wrong(String must) {
        return new IllegalArgumentException(must);
    }
}
