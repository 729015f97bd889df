package org.brisket.state.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.brisket.state.ExampleTransactions.extended;
import static org.brisket.state.ExampleTransactions.funding;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.key.KeyWallet;
import org.brisket.protocol.key.PublicKey;
import org.brisket.protocol.overlay.BasketAnswer;
import org.brisket.protocol.overlay.BasketCoin;
import org.brisket.protocol.overlay.BasketInstructions;
import org.brisket.protocol.overlay.BasketLedger;
import org.brisket.protocol.overlay.BasketManagers;
import org.brisket.protocol.overlay.BasketTransaction;
import org.brisket.protocol.overlay.OddBasketManager;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.verdict.RejectionReason;
import org.junit.jupiter.api.Test;

class BasketLedgerRulesTest {
    private static final PublicKey OWNER = KeyWallet.anyone().identityKey();
    private static final BasketLedger LEDGER = new BasketLedger("odd", "odd ones", "tea:7");

    private final AtomicReference<BasketTransaction> asked = new AtomicReference<>();

    private LedgerRules rules(BasketAnswer answer) {
        return new BasketLedgerRules(
                BasketManagers.of(
                        List.of(
                                new OddBasketManager(
                                        transaction -> Set.of(),
                                        transaction -> {
                                            asked.set(transaction);
                                            return answer;
                                        }))));
    }

    private LedgerRules.Answer ask(BasketAnswer answer, Integer... previousCoins) {
        return ask(answer, LedgerId.basket(LEDGER), previousCoins);
    }

    private LedgerRules.Answer ask(BasketAnswer answer, LedgerId ledger, Integer... previousCoins) {
        return rules(answer)
                .evaluate(ledger.key(), transaction(), List.of(previousCoins), new byte[0]);
    }

    private static ExtendedTransaction transaction() {
        try {
            return ExtendedTransaction.parse(extended(funding(1, 3)));
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void asksTheManagerForTheLedgerThatTheKeyNames() {
        ask(BasketAnswer.of(BasketInstructions.NOTHING));

        assertThat(asked.get().ledger()).isEqualTo(LEDGER);
        assertThat(asked.get().liveInputs()).isEmpty();
    }

    @Test
    void retainsWhatMovesAndRemovesWhatIsConsumed() {
        BasketCoin coin = BasketCoin.of(2, "tea", 5, OWNER);

        assertThat(ask(BasketAnswer.of(BasketInstructions.moving(List.of(coin), List.of(0))), 0))
                .extracting(LedgerRules.Answer::instructions)
                .isEqualTo(new Instructions(List.of(2), List.of(0), List.of()));
        assertThat(ask(BasketAnswer.of(BasketInstructions.consuming(List.of(0))), 0))
                .extracting(LedgerRules.Answer::instructions)
                .isEqualTo(new Instructions(List.of(), List.of(), List.of(0)));
    }

    @Test
    void saysWhatEachAdmittedCoinIsWorth() {
        Map<String, String> attributes = Map.of("location", "shelf", "state", "available");
        BasketCoin plain = BasketCoin.of(0, "tea", 5, OWNER);
        BasketCoin stored = BasketCoin.of(2, "salt", 7, OWNER).with(attributes);

        assertThat(
                        ask(
                                BasketAnswer.of(
                                        BasketInstructions.moving(
                                                List.of(stored, plain), List.of()))))
                .isEqualTo(
                        LedgerRules.Answer.of(
                                new Instructions(List.of(0, 2), List.of(), List.of()),
                                Map.of(
                                        0,
                                        new CoinContent("tea", 5, OWNER.bytes(), new TreeMap<>()),
                                        2,
                                        new CoinContent(
                                                "salt",
                                                7,
                                                OWNER.bytes(),
                                                new TreeMap<>(attributes)))));
    }

    @Test
    void takesInstructionsThatChangeNothingForAYes() {
        LedgerRules.Answer answer = ask(BasketAnswer.of(BasketInstructions.NOTHING));

        assertThat(answer).isEqualTo(LedgerRules.Answer.of(Instructions.NONE));
    }

    @Test
    void handsOnWhyTheManagerRefuses() {
        LedgerRules.Answer answer =
                ask(BasketAnswer.refuse(RejectionReason.AMOUNT_NOT_CONSERVED, "%d too many", 3));

        assertThat(answer.rejection().orElseThrow().reason())
                .isEqualTo(RejectionReason.AMOUNT_NOT_CONSERVED);
        assertThat(answer.rejection().orElseThrow().detail()).isEqualTo("3 too many");
    }

    @Test
    void refusesInstructionsThatDoNotFit() {
        assertThat(ask(BasketAnswer.of(BasketInstructions.NOTHING), 0).rejection().orElseThrow())
                .extracting(rejection -> rejection.reason())
                .isEqualTo(RejectionReason.MANAGER_FAILED);
    }

    @Test
    void crashesOnABasketThatNobodyCouldRouteTo() {
        LedgerId unknown = LedgerId.basket(new BasketLedger("unheard-of", "odd ones", ""));

        assertThatThrownBy(() -> ask(OddBasketManager.NOTHING, unknown))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("unheard-of");
    }
}
