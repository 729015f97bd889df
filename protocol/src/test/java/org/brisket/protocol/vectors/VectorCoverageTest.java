package org.brisket.protocol.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** No file of vectors is forgotten, and the list of what is not applicable does not rot. */
class VectorCoverageTest {
    @Test
    void hasASuiteForEveryFileOfVectors() throws IOException {
        Path directory = VectorFiles.directory();
        try (Stream<Path> files = Files.walk(directory)) {
            Set<String> present =
                    files.filter(file -> file.toString().endsWith(".json"))
                            .map(file -> directory.relativize(file).toString())
                            .filter(file -> !file.endsWith("META.json"))
                            .collect(Collectors.toCollection(TreeSet::new));
            assertThat(suites()).containsAll(present);
        }
    }

    @Test
    void listsAsNotApplicableOnlyVectorsThatThereAre() {
        assertThat(suites()).containsAll(NotApplicable.files());
        boolean elsewhere = !System.getProperty("brisket.vectors", "").isBlank();
        for (String file : elsewhere ? Set.<String>of() : NotApplicable.files()) {
            List<String> ids =
                    VectorFiles.vectors(file).stream()
                            .map(vector -> vector.path("id").asText())
                            .toList();
            assertThat(ids).as(file).containsAll(NotApplicable.ids(file));
        }
    }

    private static Set<String> suites() {
        try {
            Path classes =
                    Path.of(
                            VectorCoverageTest.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            return ReflectionSupport.findAllClassesInClasspathRoot(
                            classes.toUri(),
                            type -> type.getSimpleName().endsWith("VectorTest"),
                            name -> name.startsWith("org.brisket"))
                    .stream()
                    .flatMap(VectorCoverageTest::files)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> files(Class<?> type) {
        return ReflectionSupport.findMethods(
                        type,
                        method -> method.isAnnotationPresent(VectorTest.class),
                        HierarchyTraversalMode.TOP_DOWN)
                .stream()
                .map(method -> method.getAnnotation(VectorTest.class).value());
    }
}
