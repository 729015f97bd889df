package org.brisket.protocol.overlay.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.protocol.overlay.basket.SampleStock.available;
import static org.brisket.protocol.overlay.basket.SampleStock.consumed;
import static org.brisket.protocol.overlay.basket.SampleStock.ledger;
import static org.brisket.protocol.overlay.basket.SampleStock.reserved;
import static org.brisket.protocol.overlay.basket.SampleStock.token;
import static org.brisket.protocol.overlay.topic.SampleTokens.issue;
import static org.brisket.protocol.overlay.topic.SampleTokens.transfer;

import java.util.List;
import org.brisket.protocol.overlay.BasketLedger;
import org.brisket.protocol.overlay.BasketManager;
import org.brisket.protocol.overlay.BasketManagers;
import org.brisket.protocol.overlay.BasketTransaction;
import org.brisket.protocol.overlay.SampleTransaction;
import org.brisket.protocol.overlay.basket.BtmsBasketManager;
import org.brisket.protocol.overlay.basket.InventoryBasketManager;
import org.brisket.protocol.overlay.basket.SampleStock;
import org.brisket.protocol.overlay.basket.StockState;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Outpoint;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every basket manager that comes with Brisket keeps the contract. */
class ShippedBasketManagersTest {
    private static final Outpoint FIRST = SampleTransaction.outpoint(0);

    @Nested
    class Btms extends BasketManagerContract {
        @Override
        protected BasketManager newManager() {
            return new BtmsBasketManager();
        }

        @Override
        protected List<BasketTransaction> examples() {
            ExtendedTransaction issue = new SampleTransaction().output(issue(100, "gold")).build();
            SampleTransaction transfer =
                    new SampleTransaction()
                            .coin(FIRST, issue(100, "gold"))
                            .output(transfer(FIRST, 60, "gold"))
                            .output(transfer(FIRST, 39, "gold"));
            return List.of(
                    new BasketTransaction(
                            issue, asset(new Outpoint(issue.transaction().txid(), 0)), List.of()),
                    new BasketTransaction(transfer.build(), asset(FIRST), transfer.live()));
        }

        private static BasketLedger asset(Outpoint outpoint) {
            return new BasketLedger("btms", "p btms", outpoint.toString());
        }
    }

    @Nested
    class Inventory extends BasketManagerContract {
        @Override
        protected BasketManager newManager() {
            return new InventoryBasketManager();
        }

        @Override
        protected List<BasketTransaction> examples() {
            return List.of(
                    of(new SampleTransaction().output(received())),
                    of(
                            new SampleTransaction()
                                    .coin(available("tea", 50))
                                    .output(reserved("tea", 8))
                                    .output(available("tea", 41))
                                    .output(consumed("tea", 1))));
        }

        private static BasketTransaction of(SampleTransaction sample) {
            return new BasketTransaction(sample.build(), ledger("tea"), sample.live());
        }

        private static byte[] received() {
            return token("tea", 50, StockState.AVAILABLE)
                    .received(SampleStock.KEEPER, FIRST, 0)
                    .lock();
        }
    }

    @Test
    void leavesNoManagerOut() {
        assertThat(BasketManagers.discover(BasketManager.class.getClassLoader()).names())
                .containsExactlyInAnyOrder("btms", "inventory");
    }
}
