package org.brisket.job.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.brisket.job.failure.ExplainedFailure;

/** Where a savepoint lies: a local directory, or what a file system of Flink reads. */
final class SavepointLocation {
    private static final String METADATA = "_metadata";

    private SavepointLocation() {}

    /**
     * The URI of a savepoint that is given as a path or a URI.
     *
     * @throws ExplainedFailure if a local directory holds none
     */
    static String of(String given) {
        if (given.matches("[A-Za-z][A-Za-z0-9+.-]+:.*") && !given.startsWith("file:")) {
            return given;
        }
        Path directory =
                given.startsWith("file:") ? Path.of(URI.create(given).getPath()) : Path.of(given);
        if (!Files.isRegularFile(directory.resolve(METADATA))) {
            String reason =
                    Files.isDirectory(directory) ? "holds no " + METADATA : "is no directory";
            throw new ExplainedFailure(
                    directory + " " + reason + "; a savepoint or checkpoint directory does");
        }
        return directory.toUri().toString();
    }
}
