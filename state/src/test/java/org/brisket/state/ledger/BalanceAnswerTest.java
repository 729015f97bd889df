package org.brisket.state.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.state.ExampleTransactions.funding;
import static org.brisket.state.ExampleTransactions.output;
import static org.brisket.state.ledger.ExampleContent.ALICE;
import static org.brisket.state.ledger.ExampleContent.BOB;
import static org.brisket.state.ledger.ExampleContent.some;

import java.math.BigInteger;
import java.util.Optional;
import org.brisket.protocol.key.PublicKey;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.state.query.Answers;
import org.brisket.state.query.LedgerQuery;
import org.brisket.state.query.StateAnswer;
import org.junit.jupiter.api.Test;

/** Balances as a query finds them. */
class BalanceAnswerTest {
    private static final String LEDGER = "BASKET:shop/green tea";
    private static final Transaction SUBJECT = funding(1, 3);

    private final InMemoryLedgerStore store = new InMemoryLedgerStore();

    private TokenBalance balance(Optional<PublicKey> owner) {
        var query = new LedgerQuery.Balance("q", LEDGER, "tea", owner);
        return ((StateAnswer.Balance) Answers.of(query, store)).balance();
    }

    @Test
    void addsUpOfOneOwnerOrOfAll() {
        LiveCoins coins = new LiveCoins(LEDGER, store);
        coins.admit(output(SUBJECT, 0), false, some("tea", 5, ALICE));
        coins.admit(output(SUBJECT, 1), false, some("tea", 7, BOB));
        coins.admit(output(SUBJECT, 2), false, some("salt", 9, ALICE));

        assertThat(balance(Optional.of(ALICE)))
                .isEqualTo(new TokenBalance(BigInteger.valueOf(5), 1));
        assertThat(balance(Optional.empty()))
                .isEqualTo(new TokenBalance(BigInteger.valueOf(12), 2));
    }
}
