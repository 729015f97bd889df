package org.brisket.job.audit.flink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.brisket.job.failure.ExplainedFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A directory for what an audit does not keep in memory; it is gone afterwards. */
final class ScratchDirectory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScratchDirectory.class);
    private static final int ATTEMPTS = 50;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Path path;

    private ScratchDirectory(Path path) {
        this.path = path;
    }

    /**
     * A new one among the temporary files.
     *
     * @throws ExplainedFailure if there is no place for it
     */
    static ScratchDirectory create() {
        try {
            return new ScratchDirectory(Files.createTempDirectory("brisket-audit-"));
        } catch (IOException e) {
            throw new ExplainedFailure("no temporary directory can be made: " + e.getMessage(), e);
        }
    }

    String path() {
        return path.toString();
    }

    /** Tries again while the cluster is still busy with removing its own files. */
    @Override
    public void close() {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                remove();
                return;
            } catch (IOException | UncheckedIOException e) {
                LOG.debug("{} cannot be removed yet", path, e);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        LOG.warn("{} cannot be removed", path);
    }

    private void remove() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(path)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
    }
}
