package org.brisket.protocol.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.brisket.protocol.overlay.topic.SampleTokens;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;
import org.junit.jupiter.api.Test;

class BasketManagersTest {
    private static final BasketLedger LEDGER = OddBasketManager.LEDGER;
    private static final BasketAnswer NOTHING = OddBasketManager.NOTHING;

    private final BasketManagers shipped = BasketManagers.discover(getClass().getClassLoader());

    private static SampleTransaction issues(int count) {
        SampleTransaction sample = new SampleTransaction();
        IntStream.range(0, count).forEach(i -> sample.output(SampleTokens.issue(1)));
        return sample;
    }

    @Test
    void routesToTheLedgersOfHostedManagersInOrder() {
        BasketRoute route = shipped.route(List.of("inventory", "btms"), issues(3).build());

        assertThat(ledgers(route)).hasSize(3).isSorted();
        assertThat(ledgers(shipped.route(List.of("inventory"), issues(3).build()))).isEmpty();
    }

    @Test
    void boundsTheLedgersOfATransaction() {
        int most = BasketManagers.MOST_LEDGERS;

        assertThat(ledgers(shipped.route(List.of("btms"), issues(most).build()))).hasSize(most);
        assertThat(failure(shipped.route(List.of("btms"), issues(most + 1).build())))
                .isEqualTo(RejectionReason.TOO_MANY_LEDGERS);
    }

    @Test
    void refusesTheTransactionThatAPlugInCannotRoute() {
        BasketLedger foreign = new BasketLedger("even", "odd ones", "");
        for (Function<ExtendedTransaction, Set<BasketLedger>> routes :
                List.<Function<ExtendedTransaction, Set<BasketLedger>>>of(
                        any -> null, any -> Set.of(foreign), BasketManagersTest::forEver)) {
            BasketManagers odd =
                    BasketManagers.of(List.of(new OddBasketManager(routes, any -> NOTHING)));

            assertThat(failure(odd.route(List.of("odd"), issues(1).build())))
                    .isEqualTo(RejectionReason.MANAGER_FAILED);
        }
        assertThat(failure(shipped.route(List.of("absent"), issues(1).build())))
                .isEqualTo(RejectionReason.MANAGER_FAILED);
    }

    private static Set<BasketLedger> forEver(ExtendedTransaction transaction) {
        return forEver(transaction);
    }

    @Test
    void refusesTheTransactionOnWhichAPlugInFails() {
        BasketCoin absent = BasketCoin.of(7, "odd one", 1, SampleTokens.OWNER.identityKey());
        for (Function<BasketTransaction, BasketAnswer> rules :
                List.<Function<BasketTransaction, BasketAnswer>>of(
                        any -> null,
                        any -> BasketAnswer.of(null),
                        any -> NOTHING,
                        any -> BasketAnswer.of(BasketInstructions.consuming(List.of(0, 1))),
                        any -> BasketAnswer.of(BasketInstructions.consuming(List.of(0, 0))),
                        any ->
                                BasketAnswer.of(
                                        BasketInstructions.moving(List.of(absent), List.of(0))),
                        any -> {
                            throw new UnsupportedOperationException("100% broken");
                        })) {
            assertThat(apply(rules).fold(instructions -> null, Rejection::reason))
                    .isEqualTo(RejectionReason.MANAGER_FAILED);
        }
    }

    @Test
    void givesTheManagersAnswer() {
        BasketAnswer consumed = BasketAnswer.of(BasketInstructions.consuming(List.of(0)));
        BasketAnswer refused = BasketAnswer.refuse(RejectionReason.REFUSED_BY_MANAGER, "no");

        assertThat(apply(any -> consumed)).isEqualTo(consumed);
        assertThat(apply(any -> refused)).isEqualTo(refused);
    }

    /** Two inputs, of which the first spends a live coin. */
    private static BasketAnswer apply(Function<BasketTransaction, BasketAnswer> rules) {
        SampleTransaction sample =
                new SampleTransaction().coin(new byte[] {0x51}).foreign(new byte[] {0x51});
        return BasketManagers.of(List.of(new OddBasketManager(any -> Set.of(LEDGER), rules)))
                .apply(new BasketTransaction(sample.build(), LEDGER, sample.live()));
    }

    private static List<BasketLedger> ledgers(BasketRoute route) {
        return route.fold(
                ledgers -> ledgers,
                rejection -> {
                    throw new AssertionError(rejection);
                });
    }

    private static RejectionReason failure(BasketRoute route) {
        return route.fold(ledgers -> null, Rejection::reason);
    }
}
