package org.brisket.bench.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageProfileTest {
    @TempDir Path folder;

    @Test
    void sharesTheTimeOutAmongTheStages() throws Exception {
        Path stacks =
                Files.write(
                        folder.resolve("stacks"),
                        List.of(
                                "[C2 CompilerThre tid=1];start_thread 1",
                                "[Track transactions (1/2)#0 tid=2];org/apache/flink/streaming/runtime/io/StreamOneInputProcessor.processInput;org/brisket/operators/tracking/TrackTransactions.handle;org/rocksdb/RocksDB.get 2",
                                "[Run scripts (1/2)#0 tid=3];org/brisket/operators/verification/RunScripts.processElement;Java_fr_acinq_secp256k1 5",
                                "[main tid=4];java/lang/Object.wait 2"));

        assertThat(StageProfile.read(stacks).toMarkdown(100))
                .isEqualToNormalizingNewlines(
                        """

                        | stage | µs for each transaction | share |
                        |---|--:|--:|
                        | signatures | 50.0 | 50.0 % |
                        | RocksDB, reads and writes | 20.0 | 20.0 % |
                        | the rest: scheduling, job manager, wake-ups | 20.0 | 20.0 % |
                        | Java's compiler | 10.0 | 10.0 % |
                        """);
    }
}
