package org.brisket.bench.ledger;

import java.nio.file.Path;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;

/** Where keyed state lies. */
enum Backend {
    /** As the job runs it, with Flink's own settings and as much memory as the local mode has. */
    ROCKSDB {
        @Override
        StateBackend in(Path folder) {
            var backend = new EmbeddedRocksDBStateBackend(true);
            backend.setDbStoragePath(folder.toUri().toString());
            backend.getMemoryConfiguration().setFixedMemoryPerSlot(MEMORY);
            return backend;
        }
    },
    HEAP {
        @Override
        StateBackend in(Path folder) {
            return new HashMapStateBackend();
        }
    };

    private static final String MEMORY = "256mb";

    abstract StateBackend in(Path folder);
}
