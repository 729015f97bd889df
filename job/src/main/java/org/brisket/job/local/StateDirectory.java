package org.brisket.job.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.brisket.job.failure.ExplainedFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a run keeps its files. A temporary one is deleted when it is closed. */
record StateDirectory(Path root, boolean temporary) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StateDirectory.class);

    static StateDirectory open(Optional<Path> wanted) {
        try {
            if (wanted.isPresent()) {
                Path root = wanted.get().toAbsolutePath().normalize();
                return new StateDirectory(Files.createDirectories(root), false);
            }
            return new StateDirectory(Files.createTempDirectory("brisket-local-"), true);
        } catch (IOException e) {
            throw new ExplainedFailure("cannot create the state directory: " + e, e);
        }
    }

    Path resolve(String name) {
        return root.resolve(name);
    }

    /** A directory in it, made if it does not exist. */
    Path folder(String name) {
        try {
            return Files.createDirectories(resolve(name));
        } catch (IOException e) {
            throw new ExplainedFailure("cannot create " + resolve(name) + ": " + e, e);
        }
    }

    @Override
    public void close() {
        if (!temporary) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.warn("{} could not be deleted", root, e);
        }
    }
}
