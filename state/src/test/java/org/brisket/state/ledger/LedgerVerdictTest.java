package org.brisket.state.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.state.ExampleTransactions.funding;
import static org.brisket.state.ExampleTransactions.output;
import static org.brisket.state.ExampleTransactions.spending;

import org.brisket.protocol.transaction.Transaction;
import org.junit.jupiter.api.Test;

/** What a yes says about the coins that were spent. */
class LedgerVerdictTest {
    private final ExampleLedger ledger = new ExampleLedger();
    private final Transaction parent = funding(1, 2);
    private final Transaction child = spending(1, output(parent, 1), output(parent, 0));

    @Test
    void namesTheSpentCoinsInTheOrderOfTheInputs() {
        ledger.submit(parent);
        LedgerVerdict first = ledger.verdict();
        ledger.submit(child);
        LedgerVerdict second = ledger.verdict();

        assertThat(first.spentCoins()).isEmpty();
        assertThat(first.knowsSpentCoins()).isTrue();
        assertThat(second.spentCoins()).containsExactly(output(parent, 1), output(parent, 0));
        assertThat(second.knowsSpentCoins()).isTrue();
    }

    @Test
    void namesThemAgainToARepeat() {
        ledger.submit(parent);
        ledger.submit(child);
        ledger.taken();
        ledger.submit(child);

        assertThat(ledger.verdict().spentCoins())
                .containsExactly(output(parent, 1), output(parent, 0));
    }

    @Test
    void doesNotPretendToKnowThemOnceTheSpenderIsFinal() {
        ledger.submit(parent);
        ledger.submit(child);
        ledger.finish(child);
        ledger.taken();
        ledger.submit(child);

        LedgerVerdict repeated = ledger.verdict();
        assertThat(repeated.spentCoins()).isEmpty();
        assertThat(repeated.knowsSpentCoins()).isFalse();
    }
}
