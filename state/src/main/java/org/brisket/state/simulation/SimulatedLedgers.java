package org.brisket.state.simulation;

import java.util.List;
import java.util.stream.IntStream;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.state.ledger.LedgerId;

/** What the ledgers of the simulation admit, whatever else happens to them. */
final class SimulatedLedgers {
    private static final List<String> KEYS =
            IntStream.range(0, SimulatedToken.ASSETS)
                    .mapToObj(SimulatedBasketManager::ledgerOf)
                    .map(ledger -> LedgerId.basket(ledger).key())
                    .toList();

    private SimulatedLedgers() {}

    /** The key of the ledger that keeps an asset. */
    static String keyOf(int asset) {
        return KEYS.get(asset);
    }

    static boolean isBasket(String ledger) {
        return KEYS.contains(ledger);
    }

    /** The outputs that a transaction has in a ledger which takes it. */
    static List<Integer> admitted(String ledger, Transaction transaction) {
        if (!isBasket(ledger)) {
            return SimulatedTopicManager.of(LedgerId.fromKey(ledger).name()).admitted(transaction);
        }
        return IntStream.range(0, transaction.outputCount())
                .filter(output -> isOf(ledger, transaction, output))
                .boxed()
                .toList();
    }

    private static boolean isOf(String ledger, Transaction transaction, int output) {
        return SimulatedToken.read(transaction.lockingScript(output))
                .filter(token -> keyOf(token.asset()).equals(ledger))
                .isPresent();
    }
}
