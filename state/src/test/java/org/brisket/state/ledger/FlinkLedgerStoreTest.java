package org.brisket.state.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.state.ExampleTransactions.output;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.brisket.state.KeyedStateHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlinkLedgerStoreTest implements LedgerStoreContract {
    private KeyedStateHarness<LedgerStore> harness;

    @BeforeEach
    void open() throws Exception {
        harness = KeyedStateHarness.open(FlinkLedgerStore::new);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Override
    public LedgerStore store() {
        return harness.store("TOPIC:tm_a");
    }

    @Test
    void keepsTheLedgersOfTwoKeysApart() {
        harness.store("TOPIC:tm_a").putCoin(output(SUBJECT, 0), Coin.unspent(false));

        assertThat(harness.store("TOPIC:tm_b").coin(output(SUBJECT, 0))).isEmpty();
    }

    @Test
    void survivesASnapshot() throws Exception {
        store().putCoin(output(SUBJECT, 0), Coin.unspent(false).spentBy(OTHER.txid()));
        store().putApplication(
                        SUBJECT.txid(),
                        Application.PARKED.claimedBy(new Claim("a", OTHER.txid())).asCommitted());
        store().putPosition(POSITION);
        OperatorSubtaskState snapshot = harness.snapshot();
        harness.close();

        harness = KeyedStateHarness.restore(FlinkLedgerStore::new, snapshot);

        assertThat(store().coin(output(SUBJECT, 0)))
                .contains(Coin.unspent(false).spentBy(OTHER.txid()));
        assertThat(store().application(SUBJECT.txid()))
                .contains(Application.PARKED.claimedBy(new Claim("a", OTHER.txid())).asCommitted());
        assertThat(store().position()).isEqualTo(POSITION);
    }
}
