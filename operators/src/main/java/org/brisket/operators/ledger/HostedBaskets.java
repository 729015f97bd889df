package org.brisket.operators.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.brisket.protocol.overlay.BasketLedger;
import org.brisket.protocol.overlay.BasketManagers;
import org.brisket.protocol.overlay.BasketRoute;
import org.brisket.protocol.transaction.ExtendedTransaction;

/** The baskets of this deployment: which of their ledgers a transaction touches. */
final class HostedBaskets {
    private final BasketManagers managers;
    private final Set<String> baskets;
    private final Collection<String> managerNames;

    /**
     * @param baskets the hosted ones, each {@code <manager>/<basket>}
     */
    HostedBaskets(BasketManagers managers, Set<String> baskets) {
        this.managers = managers;
        this.baskets = baskets;
        this.managerNames =
                baskets.stream()
                        .map(basket -> BasketLedger.of(basket, "").manager())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The route of a verified transaction in Extended Format. */
    BasketRoute route(byte[] extendedTransaction) {
        if (baskets.isEmpty()) {
            return new BasketRoute.Ledgers(List.of());
        }
        return managers.route(managerNames, ExtendedTransaction.ofVerified(extendedTransaction))
                .fold(
                        ledgers -> new BasketRoute.Ledgers(hosted(ledgers)),
                        BasketRoute.Refused::new);
    }

    /** A manager may keep baskets that are not hosted here. */
    private List<BasketLedger> hosted(List<BasketLedger> ledgers) {
        return ledgers.stream().filter(ledger -> baskets.contains(ledger.name())).toList();
    }
}
