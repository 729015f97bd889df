package org.brisket.state.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.brisket.state.ExampleTransactions.funding;
import static org.brisket.state.ExampleTransactions.output;
import static org.brisket.state.ExampleTransactions.spending;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.state.ledger.ExampleLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoinPageTest {
    private final ExampleLedger ledger = new ExampleLedger();
    private final Transaction first = funding(1, 3);
    private final Transaction second = funding(2, 3);

    private StateAnswer.LiveCoins page(CoinCursor from, int limit) {
        var query = new LedgerQuery.LiveCoins("q", ExampleLedger.ID, from, limit);
        return (StateAnswer.LiveCoins) Answers.of(query, ledger.store);
    }

    private List<Outpoint> allPages(int limit) {
        List<Outpoint> all = new ArrayList<>();
        Optional<CoinCursor> next = Optional.of(CoinCursor.START);
        while (next.isPresent()) {
            StateAnswer.LiveCoins page = page(next.get(), limit);
            assertThat(page.coins()).hasSizeLessThanOrEqualTo(limit);
            page.coins().forEach(coin -> all.add(coin.outpoint()));
            next = page.next();
        }
        return all;
    }

    @Test
    void hasNothingToSayOfALedgerThatHasNothing() {
        StateAnswer.LiveCoins page = page(CoinCursor.START, 10);

        assertThat(page.coins()).isEmpty();
        assertThat(page.next()).isEmpty();
        assertThat(page.position().sequence()).isZero();
    }

    @Test
    void listsLiveCoinsInTheOrderOfTheirAdmission() {
        ledger.submit(second);
        ledger.submitTogether(first);
        Transaction spender = spending(1, output(second, 1));
        ledger.submit(spender);

        StateAnswer.LiveCoins page = page(CoinCursor.START, 10);
        assertThat(page.coins())
                .containsExactly(
                        new ListedCoin(output(second, 0), 1, false, Optional.empty()),
                        new ListedCoin(output(second, 2), 1, false, Optional.empty()),
                        new ListedCoin(output(first, 0), 2, true, Optional.empty()),
                        new ListedCoin(output(first, 1), 2, true, Optional.empty()),
                        new ListedCoin(output(first, 2), 2, true, Optional.empty()),
                        new ListedCoin(output(spender, 0), 3, false, Optional.empty()));
        assertThat(page.next()).isEmpty();
        assertThat(page.position()).isEqualTo(ledger.store.position());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void listsEachCoinOnceWhateverTheLengthOfAPage(int limit) {
        ledger.submit(first);
        ledger.submit(second);
        ledger.submit(spending(1, output(first, 1)));

        List<Outpoint> whole = allPages(1_000);
        assertThat(whole).hasSize(6);
        assertThat(allPages(limit)).isEqualTo(whole);
    }

    @Test
    void staysInPlaceWhileCoinsComeAndGo() {
        ledger.submit(first);
        ledger.submit(second);
        CoinCursor next = page(CoinCursor.START, 4).next().orElseThrow();
        ledger.rollback(first);
        ledger.submit(first);

        assertThat(page(next, 10).coins())
                .extracting(ListedCoin::outpoint)
                .containsExactly(
                        output(second, 1),
                        output(second, 2),
                        output(first, 0),
                        output(first, 1),
                        output(first, 2));
    }

    @Test
    void looksAtABoundedNumberOfChangesHoweverFewCoinsAreLeft() {
        for (int i = 0; i < CoinPage.LONGEST; i++) {
            ledger.submit(first);
            ledger.rollback(first);
        }
        ledger.submit(first);

        StateAnswer.LiveCoins page = page(CoinCursor.START, 10);
        assertThat(page.coins()).isEmpty();
        assertThat(page.next()).contains(new CoinCursor(CoinPage.LONGEST + 1, 0));
        assertThat(allPages(10)).hasSize(3);
    }

    @Test
    void looksAtABoundedNumberOfOutputsOfOneTransaction() {
        Transaction wide = funding(3, CoinPage.LONGEST + 5);
        ledger.submit(wide);

        StateAnswer.LiveCoins page = page(CoinCursor.START, 5_000);
        assertThat(page.coins()).hasSize(CoinPage.LONGEST - 1);
        assertThat(page.next()).contains(new CoinCursor(1, CoinPage.LONGEST - 1));
        assertThat(allPages(5_000)).hasSize(CoinPage.LONGEST + 5);
    }

    @Test
    void readsTheCursorThatItWrote() throws MalformedException {
        CoinCursor cursor = new CoinCursor(999_999_999_999_999_999L, 999_999_999);

        assertThat(CoinCursor.parse(cursor.toString())).isEqualTo(cursor);
        assertThat(CoinCursor.parse(CoinCursor.START.toString())).isEqualTo(CoinCursor.START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "0.0", "1.", "1.00", "-1.0", "1.0.0", "1000000000000000000.0"})
    void refusesOtherCursors(String text) {
        assertThatThrownBy(() -> CoinCursor.parse(text))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("<sequence>.<output>");
    }
}
