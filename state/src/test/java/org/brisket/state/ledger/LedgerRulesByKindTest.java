package org.brisket.state.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.brisket.state.ExampleTransactions.extended;
import static org.brisket.state.ExampleTransactions.funding;

import java.util.List;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.overlay.BasketLedger;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.verdict.RejectionReason;
import org.junit.jupiter.api.Test;

class LedgerRulesByKindTest {
    private final LedgerRules rules = LedgerRulesByKind.discover(getClass().getClassLoader());

    private LedgerRules.Answer ask(LedgerId ledger) throws MalformedException {
        ExtendedTransaction transaction = ExtendedTransaction.parse(extended(funding(1, 2)));
        return rules.evaluate(ledger.key(), transaction, List.of(), new byte[0]);
    }

    @Test
    void asksATopicOrABasketAsTheKeySays() throws MalformedException {
        BasketLedger stock = new BasketLedger("inventory", "stock", "tea");

        assertThat(ask(LedgerId.topic("tm_retaining")).rejection().orElseThrow().reason())
                .isEqualTo(RejectionReason.NOTHING_TO_ADMIT);
        assertThat(ask(LedgerId.basket(stock))).isEqualTo(LedgerRules.Answer.of(Instructions.NONE));
    }

    @Test
    void crashesOnAKindThatItDoesNotKnow() {
        assertThatThrownBy(() -> ask(new LedgerId("PURSE", "tm_any", "")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PURSE:tm_any");
    }
}
