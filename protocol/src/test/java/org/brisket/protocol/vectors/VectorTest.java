package org.brisket.protocol.vectors;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * A test that runs once for each vector of a file; its one parameter is the vector as a tree. Where
 * the file is absent the test is skipped and says so. Vectors that {@link NotApplicable} lists are
 * reported as skipped, with the reason given there.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@ArgumentsSource(VectorArguments.class)
@ExtendWith(VectorCounts.class)
public @interface VectorTest {
    /** The file's path below the directory of vectors. */
    String value();
}
