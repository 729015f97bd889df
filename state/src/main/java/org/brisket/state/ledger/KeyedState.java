package org.brisket.state.ledger;

import org.apache.flink.util.function.SupplierWithException;
import org.apache.flink.util.function.ThrowingRunnable;

/** Flink's state of the current key; that it fails is nothing which a ledger could handle. */
final class KeyedState {
    private KeyedState() {}

    static <T> T get(SupplierWithException<T, Exception> read) {
        try {
            return read.get();
        } catch (Exception e) {
            throw new IllegalStateException("the ledger's state cannot be read", e);
        }
    }

    static void run(ThrowingRunnable<Exception> write) {
        try {
            write.run();
        } catch (Exception e) {
            throw new IllegalStateException("the ledger's state cannot be written", e);
        }
    }
}
