package org.brisket.job.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.runtime.SavepointLoader;
import org.brisket.job.topology.Stage;

/**
 * Kafka transactions that a savepoint means to commit. The broker that knows them is gone, and
 * without it the sink does not start; so they are taken out of a copy.
 */
final class PendingTransactions {
    private static final OperatorID COMMITTER =
            OperatorIdentifier.forUid("Sink Committer: " + Stage.WRITE.uid()).getOperatorId();

    private PendingTransactions() {}

    /** Copies a savepoint without them; gives where the copy lies. */
    static String remove(Path savepoint, Path copy) throws IOException {
        Files.createDirectories(copy);
        try (Stream<Path> files = Files.list(savepoint)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        CheckpointMetadata whole =
                SavepointLoader.loadSavepointMetadata(savepoint.toUri().toString());
        List<OperatorState> rest =
                whole.getOperatorStates().stream()
                        .filter(state -> !state.getOperatorID().equals(COMMITTER))
                        .toList();
        if (rest.size() != whole.getOperatorStates().size() - 1) {
            throw new IllegalStateException("no committer in " + savepoint);
        }
        try (OutputStream out = Files.newOutputStream(copy.resolve("_metadata"))) {
            Checkpoints.storeCheckpointMetadata(
                    new CheckpointMetadata(whole.getCheckpointId(), rest, whole.getMasterStates()),
                    out);
        }
        return copy.toUri().toString();
    }
}
