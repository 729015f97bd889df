package org.brisket.protocol.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.opentest4j.TestAbortedException;

/** The vectors of the file that a {@link VectorTest} names, each under its id. */
final class VectorArguments implements ArgumentsProvider, AnnotationConsumer<VectorTest> {
    private String file;

    @Override
    public void accept(VectorTest annotation) {
        file = annotation.value();
    }

    @Override
    public Stream<? extends Arguments> provideArguments(ExtensionContext context) {
        List<JsonNode> vectors;
        try {
            vectors = VectorFiles.vectors(file);
        } catch (TestAbortedException absent) {
            VectorCounts.noteAbsent(file, context);
            throw absent;
        }
        return vectors.stream().map(vector -> Arguments.of(Named.of(id(vector), vector)));
    }

    static String id(JsonNode vector) {
        return vector.path("id").asText();
    }
}
