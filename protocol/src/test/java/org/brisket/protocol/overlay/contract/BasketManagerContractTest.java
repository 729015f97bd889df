package org.brisket.protocol.overlay.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.brisket.protocol.overlay.BasketAnswer;
import org.brisket.protocol.overlay.BasketCoin;
import org.brisket.protocol.overlay.BasketInstructions;
import org.brisket.protocol.overlay.BasketLedger;
import org.brisket.protocol.overlay.BasketManager;
import org.brisket.protocol.overlay.BasketTransaction;
import org.brisket.protocol.overlay.OddBasketManager;
import org.brisket.protocol.overlay.SampleTransaction;
import org.brisket.protocol.overlay.topic.SampleTokens;
import org.junit.jupiter.api.Test;

/** The contract catches the managers that break it. */
class BasketManagerContractTest {
    private static final BasketLedger LEDGER = OddBasketManager.LEDGER;
    private static final BasketAnswer NOTHING = OddBasketManager.NOTHING;

    private static BasketManagerContract contract(Supplier<BasketManager> managers) {
        return new BasketManagerContract() {
            @Override
            protected BasketManager newManager() {
                return managers.get();
            }

            @Override
            protected List<BasketTransaction> examples() {
                SampleTransaction sample = new SampleTransaction().coin(new byte[] {0x51});
                return List.of(new BasketTransaction(sample.build(), LEDGER, sample.live()));
            }
        };
    }

    private static BasketManagerContract contract(Function<BasketTransaction, BasketAnswer> rules) {
        return contract(() -> new OddBasketManager(any -> Set.of(LEDGER), rules));
    }

    /** Makes one coin of the first output, with coins or without. */
    private static BasketAnswer counterfeit(BasketTransaction transaction) {
        BasketCoin coin = BasketCoin.of(0, "odd one", 1, SampleTokens.OWNER.identityKey());
        return BasketAnswer.of(BasketInstructions.moving(List.of(coin), transaction.liveInputs()));
    }

    @Test
    void catchesLedgersThatAreNotNamed() {
        BasketManagerContract silent =
                contract(
                        () ->
                                new OddBasketManager(
                                        any -> Set.of(), BasketManagerContractTest::counterfeit));

        assertFails(silent::namesTheLedgersOfItsExamplesFromTheTransactionAlone);
        assertFails(silent::namesTheLedgerOfACoinThatIsSpentForNothing);
    }

    @Test
    void catchesLedgersOfOthers() {
        BasketLedger foreign = new BasketLedger("even", "odd ones", "");

        assertFails(
                contract(() -> new OddBasketManager(any -> Set.of(foreign), any -> NOTHING))
                        ::namesLedgersOfItsOwnOnly);
    }

    @Test
    void catchesManagersThatNeedNoCoins() {
        assertFails(
                contract(BasketManagerContractTest::counterfeit)
                        ::makesNoMoreOfAnAssetWithoutItsCoins);
    }

    @Test
    void catchesManagersThatForgetInputs() {
        assertFails(contract(any -> NOTHING)::answersWithinTheTransaction);
        assertFails(contract(any -> NOTHING)::admitsSomethingOfEveryExample);
    }

    @Test
    void catchesManagersThatCount() {
        AtomicInteger calls = new AtomicInteger();
        assertFails(
                contract(
                                transaction ->
                                        calls.incrementAndGet() > 100
                                                ? NOTHING
                                                : counterfeit(transaction))
                        ::givesTheSameAnswerWhateverItWasAskedBefore);
    }

    @Test
    void catchesManagersThatWrite() {
        assertFails(
                contract(
                                transaction -> {
                                    transaction.extended().transaction().bytes().array()[0]++;
                                    return NOTHING;
                                })
                        ::leavesItsArgumentsAsTheyAre);
    }

    private static void assertFails(ThrowingCallable test) {
        assertThatThrownBy(test).isInstanceOf(AssertionError.class);
    }
}
