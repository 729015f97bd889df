package org.brisket.protocol.overlay.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.protocol.overlay.basket.SampleStock.KEEPER;
import static org.brisket.protocol.overlay.basket.SampleStock.available;
import static org.brisket.protocol.overlay.basket.SampleStock.consumed;
import static org.brisket.protocol.overlay.basket.SampleStock.ledger;
import static org.brisket.protocol.overlay.basket.SampleStock.reserved;
import static org.brisket.protocol.overlay.basket.SampleStock.token;
import static org.brisket.protocol.overlay.topic.SampleTokens.STRANGER;
import static org.brisket.protocol.verdict.RejectionReason.AMOUNT_NOT_CONSERVED;
import static org.brisket.protocol.verdict.RejectionReason.LIMIT_EXCEEDED;
import static org.brisket.protocol.verdict.RejectionReason.REFUSED_BY_MANAGER;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.overlay.BasketAnswer;
import org.brisket.protocol.overlay.BasketCoin;
import org.brisket.protocol.overlay.BasketInstructions;
import org.brisket.protocol.overlay.BasketTransaction;
import org.brisket.protocol.overlay.SampleTransaction;
import org.brisket.protocol.token.TokenAmount;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;
import org.junit.jupiter.api.Test;

class InventoryBasketManagerTest {
    private static final Outpoint FIRST = SampleTransaction.outpoint(0);

    private final InventoryBasketManager manager = new InventoryBasketManager();

    private BasketAnswer ask(SampleTransaction sample) {
        return manager.apply(new BasketTransaction(sample.build(), ledger("tea"), sample.live()));
    }

    private BasketInstructions accepted(SampleTransaction sample) {
        return ask(sample)
                .fold(
                        instructions -> instructions,
                        rejection -> {
                            throw new AssertionError(rejection);
                        });
    }

    private RejectionReason refused(SampleTransaction sample) {
        return ask(sample)
                .fold(
                        instructions -> {
                            throw new AssertionError(instructions);
                        },
                        Rejection::reason);
    }

    private static byte[] received(long quantity, int output) {
        return token("tea", quantity, StockState.AVAILABLE).received(KEEPER, FIRST, output).lock();
    }

    private static SampleTransaction spending(byte[]... coins) {
        SampleTransaction sample = new SampleTransaction();
        for (byte[] coin : coins) {
            sample.coin(coin);
        }
        return sample;
    }

    @Test
    void namesOneLedgerPerProductOfOutputsAndSources() {
        SampleTransaction sample =
                spending(available("tea", 1)).output(consumed("salt", 1)).output(new byte[] {0x51});

        assertThat(manager.ledgers(sample.build()))
                .containsExactlyInAnyOrder(ledger("tea"), ledger("salt"));
    }

    @Test
    void receivesWhatTheKeeperSigned() {
        SampleTransaction sample = new SampleTransaction().output(received(50, 0));

        assertThat(accepted(sample))
                .isEqualTo(
                        BasketInstructions.moving(
                                List.of(coin(0, 50, Map.of("state", "available"))), List.of()));
    }

    private static BasketCoin coin(int output, long quantity, Map<String, String> attributes) {
        StockToken stock = token("tea", quantity, StockState.AVAILABLE);
        return BasketCoin.of(output, stock.product(), quantity, stock.owner()).with(attributes);
    }

    @Test
    void refusesReceiptsOfOthersOrForAnotherPlace() {
        StockToken stock = token("tea", 50, StockState.AVAILABLE);
        Outpoint other = SampleTransaction.outpoint(1);

        assertThat(refused(receiving(stock.received(STRANGER, FIRST, 0))))
                .isEqualTo(REFUSED_BY_MANAGER);
        assertThat(refused(receiving(stock.received(KEEPER, other, 0))))
                .isEqualTo(REFUSED_BY_MANAGER);
        assertThat(refused(receiving(stock.received(KEEPER, FIRST, 1))))
                .isEqualTo(REFUSED_BY_MANAGER);
        assertThat(refused(receiving(stock))).as("none").isEqualTo(AMOUNT_NOT_CONSERVED);
        assertThat(refused(new SampleTransaction().output(received(5, 0)).output(received(5, 0))))
                .as("the same receipt twice")
                .isEqualTo(REFUSED_BY_MANAGER);
        assertThat(accepted(receiving(stock.received(KEEPER, FIRST, 0))).admitted()).hasSize(1);
    }

    @Test
    void refusesReceiptsForOtherThanWhatWasSigned() {
        StockToken signed = token("tea", 50, StockState.AVAILABLE).received(KEEPER, FIRST, 0);
        StockToken more =
                new StockToken(
                        signed.keeper(),
                        signed.article(),
                        51,
                        signed.state(),
                        signed.location(),
                        signed.receipt(),
                        signed.owner());
        StockToken stolen =
                new StockToken(
                        signed.keeper(),
                        signed.article(),
                        50,
                        signed.state(),
                        signed.location(),
                        signed.receipt(),
                        STRANGER.identityKey());
        StockToken reserved = token("tea", 50, StockState.RESERVED).received(KEEPER, FIRST, 0);

        assertThat(refused(receiving(more))).isEqualTo(REFUSED_BY_MANAGER);
        assertThat(refused(receiving(stolen))).isEqualTo(REFUSED_BY_MANAGER);
        assertThat(refused(receiving(reserved))).isEqualTo(REFUSED_BY_MANAGER);
    }

    private static SampleTransaction receiving(StockToken stock) {
        return new SampleTransaction().output(stock.lock());
    }

    @Test
    void boundsTheReceiptsOfATransaction() {
        SampleTransaction most = new SampleTransaction();
        for (int i = 0; i < InventoryBasketManager.MOST_RECEIPTS; i++) {
            most.output(received(1, i));
        }
        assertThat(accepted(most).admitted()).hasSize(InventoryBasketManager.MOST_RECEIPTS);

        most.output(received(1, InventoryBasketManager.MOST_RECEIPTS));
        assertThat(refused(most)).isEqualTo(LIMIT_EXCEEDED);
    }

    @Test
    void reservesAndReleases() {
        SampleTransaction reserve =
                spending(available("tea", 50))
                        .output(reserved("tea", 8))
                        .output(available("tea", 42));
        SampleTransaction release =
                spending(reserved("tea", 8), available("tea", 42)).output(available("tea", 50));

        assertThat(accepted(reserve))
                .isEqualTo(
                        BasketInstructions.moving(
                                List.of(
                                        coin(0, 8, Map.of("state", "reserved")),
                                        coin(1, 42, Map.of("state", "available"))),
                                List.of(0)));
        assertThat(accepted(release).moved()).containsExactly(0, 1);
    }

    @Test
    void moves() {
        byte[] elsewhere = token("tea", 50, StockState.AVAILABLE, "hall-2").lock();

        assertThat(accepted(spending(available("tea", 50)).output(elsewhere)).admitted())
                .containsExactly(coin(0, 50, Map.of("state", "available", "location", "hall-2")));
    }

    @Test
    void consumesWithAnOutputThatIsNoCoin() {
        SampleTransaction all = spending(reserved("tea", 8)).output(consumed("tea", 8));
        SampleTransaction part =
                spending(reserved("tea", 8)).output(consumed("tea", 3)).output(reserved("tea", 5));

        assertThat(accepted(all)).isEqualTo(BasketInstructions.consuming(List.of(0)));
        assertThat(accepted(part).admitted()).hasSize(1);
        assertThat(accepted(part).moved()).containsExactly(0);
        assertThat(refused(spending(consumed("tea", 8)).output(available("tea", 8))))
                .as("what is consumed does not come back")
                .isEqualTo(REFUSED_BY_MANAGER);
    }

    @Test
    void consumesAndReceivesAtOnce() {
        SampleTransaction both =
                spending(available("tea", 8)).output(consumed("tea", 8)).output(received(20, 1));

        assertThat(accepted(both).consumed()).containsExactly(0);
        assertThat(accepted(both).admitted()).hasSize(1);
    }

    @Test
    void neverMakesOrLosesStock() {
        assertThat(refused(spending(available("tea", 8)).output(reserved("tea", 9))))
                .isEqualTo(AMOUNT_NOT_CONSERVED);
        assertThat(refused(spending(available("tea", 8)).output(reserved("tea", 7))))
                .isEqualTo(AMOUNT_NOT_CONSERVED);
        assertThat(refused(spending(available("tea", 8)))).isEqualTo(AMOUNT_NOT_CONSERVED);
        assertThat(
                        refused(
                                new SampleTransaction()
                                        .foreign(available("tea", 8))
                                        .output(reserved("tea", 8))))
                .as("an input that is no live coin")
                .isEqualTo(AMOUNT_NOT_CONSERVED);
        assertThat(refused(new SampleTransaction().output(consumed("tea", 1))))
                .isEqualTo(AMOUNT_NOT_CONSERVED);
    }

    @Test
    void keepsProductsApart() {
        SampleTransaction swapped = spending(available("tea", 8)).output(available("salt", 8));
        SampleTransaction other =
                new SampleTransaction().foreign(available("salt", 1)).output(consumed("salt", 9));
        StockToken ofStranger =
                new StockToken(
                        STRANGER.identityKey(),
                        "tea",
                        8,
                        StockState.AVAILABLE,
                        "",
                        Optional.empty(),
                        STRANGER.identityKey());

        assertThat(refused(swapped)).isEqualTo(AMOUNT_NOT_CONSERVED);
        assertThat(accepted(other).isEmpty()).as("nothing of tea").isTrue();
        assertThat(refused(spending(available("salt", 1)))).isEqualTo(REFUSED_BY_MANAGER);
        assertThat(refused(spending(available("tea", 8)).output(ofStranger.lock())))
                .as("the same article of another keeper")
                .isEqualTo(AMOUNT_NOT_CONSERVED);
    }

    @Test
    void neverWrapsAround() {
        SampleTransaction sample = spending(available("tea", 1));
        for (int i = 0; i < 2_049; i++) {
            sample.output(available("tea", TokenAmount.LARGEST));
        }
        assertThat(refused(sample)).isEqualTo(AMOUNT_NOT_CONSERVED);

        // Both sums are beyond 64 bits, so neither is known.
        for (int i = 0; i < 2_049; i++) {
            sample.coin(available("tea", TokenAmount.LARGEST));
        }
        assertThat(refused(sample)).isEqualTo(AMOUNT_NOT_CONSERVED);
    }

    @Test
    void readsWhatItWrites() {
        StockToken moved = token("tea-7.b_C", 5, StockState.RESERVED, "hall-2");
        StockToken received = token("tea", 5, StockState.AVAILABLE).received(KEEPER, FIRST, 0);

        assertThat(StockToken.decode(ByteSlice.of(moved.lock()))).contains(moved);
        assertThat(StockToken.decode(ByteSlice.of(received.lock()))).contains(received);
    }
}
