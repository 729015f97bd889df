package org.brisket.job.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.brisket.protocol.submission.Atomicity;
import org.brisket.protocol.submission.SubmissionMode;
import org.brisket.state.simulation.Mutation;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one of a few words. */
abstract class ChoiceConverter<T> implements ITypeConverter<T> {
    private final List<T> choices;
    private final Function<T, String> word;

    private ChoiceConverter(T[] choices, Function<T, String> word) {
        this.choices = Arrays.asList(choices);
        this.word = word;
    }

    @Override
    public T convert(String text) {
        return choices.stream()
                .filter(choice -> word.apply(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(text));
    }

    private TypeConversionException wrong(String text) {
        String words = choices.stream().map(word).collect(Collectors.joining(", "));
        return new TypeConversionException("is " + text + ", must be one of " + words);
    }

    static final class OfAtomicity extends ChoiceConverter<Atomicity> {
        OfAtomicity() {
            super(Atomicity.values(), Atomicity::text);
        }
    }

    static final class OfMode extends ChoiceConverter<SubmissionMode> {
        OfMode() {
            super(SubmissionMode.values(), SubmissionMode::text);
        }
    }

    static final class OfMutation extends ChoiceConverter<Mutation> {
        OfMutation() {
            super(Mutation.values(), OfMutation::word);
        }

        private static String word(Mutation mutation) {
            return mutation.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
