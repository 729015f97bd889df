package org.brisket.state.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.state.ExampleTransactions;
import org.brisket.state.KeyedStateHarness;
import org.junit.jupiter.api.Test;

/** The store in RocksDB, over a savepoint. */
class FlinkTransactionStoreTest {
    private static final Transaction ONE = ExampleTransactions.funding(1, 1);

    @Test
    void holdsEachTransactionOverASavepoint() throws Exception {
        Standing standing = new Standing(true, true, List.of(ExampleBlocks.proof(ONE, 100, 1)));
        RawTransaction raw = new RawTransaction(ONE.bytes());
        try (var first = KeyedStateHarness.open(FlinkTransactionStore::new)) {
            TransactionStore store = first.store("a");
            assertThat(store.raw()).isEmpty();
            assertThat(store.standing()).isEmpty();
            store.put(raw);
            store.put(standing);
            try (var second =
                    KeyedStateHarness.restore(FlinkTransactionStore::new, first.snapshot())) {
                assertThat(second.store("a").raw()).contains(raw);
                assertThat(second.store("a").standing()).contains(standing);
                assertThat(second.store("b").raw()).isEmpty();
                assertThat(second.store("b").standing()).isEmpty();
            }
        }
    }
}
