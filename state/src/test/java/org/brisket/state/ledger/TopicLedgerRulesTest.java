package org.brisket.state.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.brisket.state.ExampleTransactions.extended;
import static org.brisket.state.ExampleTransactions.funding;

import java.util.List;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.overlay.TopicManagers;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicLedgerRulesTest {
    private final TopicLedgerRules rules =
            new TopicLedgerRules(TopicManagers.discover(getClass().getClassLoader()));

    private LedgerRules.Answer ask(String topic, List<Integer> previousCoins, byte... offChain)
            throws MalformedException {
        ExtendedTransaction transaction = ExtendedTransaction.parse(extended(funding(1, 2)));
        return rules.evaluate(LedgerId.topic(topic).key(), transaction, previousCoins, offChain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tm_throwing", "tm_recursing", "tm_silent", "tm_greedy", "tm_hoarding"})
    void refusesWhatABrokenManagerSaysAndNamesItsTopic(String topic) throws MalformedException {
        Rejection rejection = ask(topic, List.of()).rejection().orElseThrow();

        assertThat(rejection.reason()).isEqualTo(RejectionReason.MANAGER_FAILED);
        assertThat(rejection.detail()).contains(topic);
    }

    @Test
    void refusesWhenNothingIsAdmittedAndNothingSpent() throws MalformedException {
        Rejection rejection = ask("tm_retaining", List.of()).rejection().orElseThrow();

        assertThat(rejection.reason()).isEqualTo(RejectionReason.NOTHING_TO_ADMIT);
    }

    @Test
    void acceptsATransactionThatOnlySpendsCoins() throws MalformedException {
        LedgerRules.Answer answer = ask("tm_any", List.of(0));

        assertThat(answer.rejection()).isEmpty();
        assertThat(answer.instructions())
                .isEqualTo(new Instructions(List.of(0, 1), List.of(), List.of(0)));
    }

    @Test
    void removesTheSpentCoinsThatAreNotRetained() throws MalformedException {
        assertThat(ask("tm_retaining", List.of(0)).instructions())
                .isEqualTo(new Instructions(List.of(), List.of(0), List.of()));
    }

    @Test
    void showsTheManagerTheOffChainValues() throws MalformedException {
        assertThat(ask("tm_retaining", List.of(), (byte) 1).instructions().outputsToAdmit())
                .containsExactly(0);
    }

    @Test
    void crashesOnATopicThatNobodyCouldRouteTo() {
        assertThatThrownBy(() -> ask("tm_unheard_of", List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tm_unheard_of");
    }
}
