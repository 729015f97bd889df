package org.brisket.state.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.brisket.state.ExampleTransactions.funding;
import static org.brisket.state.ExampleTransactions.output;
import static org.brisket.state.ledger.ExampleContent.ALICE;
import static org.brisket.state.ledger.ExampleContent.BOB;
import static org.brisket.state.ledger.ExampleContent.content;
import static org.brisket.state.ledger.ExampleContent.some;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.junit.jupiter.api.Test;

class TokenIndexTest {
    private static final Transaction MAKER = funding(1, 10);
    private static final Txid SPENDER = funding(2, 1).txid();

    private final InMemoryLedgerStore store = new InMemoryLedgerStore();
    private final LiveCoins coins = new LiveCoins("BASKET:shop/green tea", store);
    private final TokenIndex index = new TokenIndex(store);

    private static TokenBalance balance(long amount, long coins) {
        return new TokenBalance(BigInteger.valueOf(amount), coins);
    }

    @Test
    void knowsOfNothingAtFirst() {
        assertThat(index.balance("tea", ALICE)).isEqualTo(TokenBalance.NONE);
        assertThat(index.balance("tea")).isEqualTo(TokenBalance.NONE);
        assertThat(index.coins("tea", ALICE, 0, 10)).isEmpty();
    }

    @Test
    void addsUpByOwnerAndForAllOfThem() {
        coins.admit(output(MAKER, 0), false, some("tea", 5, ALICE));
        coins.admit(output(MAKER, 1), false, some("tea", 7, ALICE));
        coins.admit(output(MAKER, 2), false, some("tea", 11, BOB));
        coins.admit(output(MAKER, 3), false, some("salt", 13, BOB));

        assertThat(index.balance("tea", ALICE)).isEqualTo(balance(12, 2));
        assertThat(index.balance("tea", BOB)).isEqualTo(balance(11, 1));
        assertThat(index.balance("tea")).isEqualTo(balance(23, 3));
        assertThat(index.balance("salt")).isEqualTo(balance(13, 1));
    }

    @Test
    void countsPendingCoinsAndSaysThatTheyAre() {
        coins.admit(output(MAKER, 0), true, some("tea", 5, ALICE));
        assertThat(index.balance("tea", ALICE)).isEqualTo(balance(5, 1));
        assertThat(index.coins("tea", ALICE, 0, 10))
                .containsExactly(
                        new TokenIndex.LiveToken(output(MAKER, 0), true, content("tea", 5, ALICE)));

        coins.confirm(output(MAKER, 0));

        assertThat(index.balance("tea", ALICE)).isEqualTo(balance(5, 1));
        assertThat(index.coins("tea", ALICE, 0, 10).get(0).pending()).isFalse();
    }

    @Test
    void leavesOutCoinsOfNoContent() {
        coins.admit(output(MAKER, 0), false, Optional.empty());
        coins.spend(output(MAKER, 0), SPENDER);
        coins.restore(output(MAKER, 0), SPENDER);
        coins.remove(output(MAKER, 0));

        assertThat(store.tokens().balances).isEmpty();
        assertThat(store.tokens().slots).isEmpty();
    }

    @Test
    void forgetsAnAccountWhoseLastCoinIsSpent() {
        coins.admit(output(MAKER, 0), false, some("tea", 5, ALICE));
        coins.spend(output(MAKER, 0), SPENDER);

        assertThat(store.tokens().balances).isEmpty();
        assertThat(store.tokens().slots).isEmpty();
    }

    @Test
    void discountsASpentCoinOnlyOnce() {
        coins.admit(output(MAKER, 0), false, some("tea", 5, ALICE));
        coins.admit(output(MAKER, 1), false, some("tea", 7, ALICE));
        coins.spend(output(MAKER, 0), SPENDER);
        coins.remove(output(MAKER, 0));

        assertThat(index.balance("tea", ALICE)).isEqualTo(balance(7, 1));
    }

    @Test
    void keepsASumThatNoLongHolds() {
        coins.admit(output(MAKER, 0), false, some("tea", Long.MAX_VALUE, ALICE));
        coins.spend(output(MAKER, 0), SPENDER);
        coins.admit(output(MAKER, 1), false, some("tea", Long.MAX_VALUE, ALICE));
        coins.restore(output(MAKER, 0), SPENDER);

        assertThat(index.balance("tea", ALICE).amount())
                .isEqualTo(BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.TWO));
    }

    @Test
    void givesTheCoinsOfAnOwnerPageByPage() {
        List<Outpoint> all = new ArrayList<>();
        for (int output = 0; output < 10; output++) {
            coins.admit(output(MAKER, output), false, some("tea", 1 + output, ALICE));
            all.add(output(MAKER, output));
        }

        assertThat(outpoints(0, 4)).isEqualTo(all.subList(0, 4));
        assertThat(outpoints(4, 4)).isEqualTo(all.subList(4, 8));
        assertThat(outpoints(8, 4)).isEqualTo(all.subList(8, 10));
        assertThat(outpoints(10, 4)).isEmpty();
        assertThat(outpoints(Long.MAX_VALUE, 4)).isEmpty();
        assertThat(outpoints(0, Integer.MAX_VALUE)).isEqualTo(all);
    }

    private List<Outpoint> outpoints(long fromSlot, int limit) {
        return index.coins("tea", ALICE, fromSlot, limit).stream()
                .map(TokenIndex.LiveToken::outpoint)
                .toList();
    }

    @Test
    void answersWithNoMoreThanAPage() {
        Transaction large = funding(3, TokenIndex.LONGEST_PAGE + 1);
        for (int output = 0; output < large.outputCount(); output++) {
            coins.admit(output(large, output), false, some("tea", 1, ALICE));
        }

        assertThat(outpoints(0, Integer.MAX_VALUE)).hasSize(TokenIndex.LONGEST_PAGE);
    }

    @Test
    void fillsAGapWithTheLastCoin() {
        for (int output = 0; output < 4; output++) {
            coins.admit(output(MAKER, output), false, some("tea", 1, ALICE));
        }
        coins.spend(output(MAKER, 1), SPENDER);
        assertThat(outpoints(0, 10))
                .containsExactly(output(MAKER, 0), output(MAKER, 3), output(MAKER, 2));

        coins.restore(output(MAKER, 1), SPENDER);

        assertThat(outpoints(3, 10)).containsExactly(output(MAKER, 1));
    }

    @Test
    void crashesOnAPageThatCannotBe() {
        assertThatThrownBy(() -> outpoints(-1, 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> outpoints(0, -1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void crashesOnABalanceThatCannotBe() {
        assertThatThrownBy(() -> balance(4, 5)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> balance(0, -1)).isInstanceOf(IllegalStateException.class);
    }
}
