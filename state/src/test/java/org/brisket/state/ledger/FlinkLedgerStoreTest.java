package org.brisket.state.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.state.ExampleTransactions.output;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.ExampleTickets;
import org.brisket.state.KeyedStateHarness;
import org.brisket.state.codec.TxidCodec;
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
        store().putApplication(
                        SUBJECT.txid(),
                        Application.PARKED.claimedBy(new Claim("a", OTHER.txid())).asCommitted());
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
                .contains(Application.PARKED.claimedBy(new Claim("a", OTHER.txid())).asCommitted());
        assertThat(store().position()).isEqualTo(POSITION);
        assertThat(store().tokens().balance(account)).isEqualTo(balance);
        assertThat(store().tokens().coinIn(new TokenSlot(account, 3))).contains(output(SUBJECT, 0));
    }

    @Test
    void takesListsOfParkedProposalsApartThatEarlierBuildsWrote() throws Exception {
        harness.close();
        OperatorSubtaskState snapshot = snapshotOfAnEarlierBuild();

        harness = KeyedStateHarness.restore(FlinkLedgerStore::new, snapshot);

        assertThat(store().parkedLines().get(OTHER.txid())).isEmpty();
        ParkedLine line = store().parkedLines().get(SUBJECT.txid()).orElseThrow();
        assertThat(line).isEqualTo(new ParkedLine(0, 2, proposal(1).size() + proposal(2).size()));
        for (int i = 0; i < 2; i++) {
            assertThat(store().parkedProposals().get(new ParkedSlot(SUBJECT.txid(), i)))
                    .usingRecursiveComparison()
                    .isEqualTo(Optional.of(proposal(i + 1)));
        }
        store().parkedLines().remove(SUBJECT.txid());
        assertThat(store().parkedLines().get(SUBJECT.txid())).isEmpty();
    }

    private static OperatorSubtaskState snapshotOfAnEarlierBuild() {
        try (var earlier = KeyedStateHarness.open(FlinkLedgerStoreTest::parkedLists)) {
            earlier.store("TOPIC:tm_a")
                    .put(SUBJECT.txid(), new ParkedList(List.of(proposal(1), proposal(2))));
            return earlier.snapshot();
        }
    }

    private static LedgerTable<Txid, ParkedList> parkedLists(RuntimeContext context) {
        return FlinkTable.open(
                context,
                "parked-proposals",
                new TxidCodec().typeInfo(),
                new ParkedListCodec().typeInfo());
    }

    private static Proposal proposal(int offset) {
        return ExampleTickets.first(
                ExampleTickets.alone(OTHER.txid(), offset), "TOPIC:tm_a", OTHER);
    }
}
