package org.brisket.state.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.state.ExampleTransactions.output;

import java.math.BigInteger;
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
    void keepsTheTokensOfTwoKeysApart() {
        TokenAccount account = TokenAccount.ofAll("tea");
        TokenBalance balance = new TokenBalance(BigInteger.TEN, 1);
        TokenSlot slot = new TokenSlot(account, 0);
        harness.store("BASKET:shop/green tea").tokens().putBalance(account, balance);
        harness.store("BASKET:shop/green tea").tokens().putCoinIn(slot, output(SUBJECT, 0));

        TokenStore other = harness.store("BASKET:shop/green tea:2").tokens();
        assertThat(other.balance(account)).isEqualTo(TokenBalance.NONE);
        assertThat(other.coinIn(slot)).isEmpty();
    }

    @Test
    void survivesASnapshot() throws Exception {
        store().putCoin(output(SUBJECT, 0), Coin.unspent(false).spentBy(OTHER.txid()));
        store().putApplication(SUBJECT.txid(), Application.PARKED.waitedForBy("a").asCommitted());
        store().putPosition(POSITION);
        TokenAccount account = TokenAccount.ofAll("tea");
        TokenBalance balance = new TokenBalance(BigInteger.TEN, 1);
        store().tokens().putBalance(account, balance);
        store().tokens().putCoinIn(new TokenSlot(account, 3), output(SUBJECT, 0));
        OperatorSubtaskState snapshot = harness.snapshot();
        harness.close();

        harness = KeyedStateHarness.restore(FlinkLedgerStore::new, snapshot);

        assertThat(store().coin(output(SUBJECT, 0)))
                .contains(Coin.unspent(false).spentBy(OTHER.txid()));
        assertThat(store().application(SUBJECT.txid()))
                .contains(Application.PARKED.waitedForBy("a").asCommitted());
        assertThat(store().position()).isEqualTo(POSITION);
        assertThat(store().tokens().balance(account)).isEqualTo(balance);
        assertThat(store().tokens().coinIn(new TokenSlot(account, 3))).contains(output(SUBJECT, 0));
    }
}
