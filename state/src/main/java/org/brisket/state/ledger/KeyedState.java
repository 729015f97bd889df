package org.brisket.state.ledger;

import org.apache.flink.util.function.SupplierWithException;
import org.apache.flink.util.function.ThrowingRunnable;

/** Access to keyed state, whose failures are the end of this run of the job. */
final class KeyedState {
    private KeyedState() {}

    static <T> T read(SupplierWithException<T, Exception> read) {
        try {
            return read.get();
        } catch (Exception e) {
            throw new IllegalStateException("the ledger's state cannot be read", e);
        }
    }

    static void write(ThrowingRunnable<Exception> write) {
        try {
            write.run();
        } catch (Exception e) {
            throw new IllegalStateException("the ledger's state cannot be written", e);
        }
    }
}
