package org.brisket.protocol.overlay;

import java.util.Set;
import java.util.function.Function;
import org.brisket.protocol.transaction.ExtendedTransaction;

/** A basket manager that does as it is told, rightly or wrongly. */
public record OddBasketManager(
        Function<ExtendedTransaction, Set<BasketLedger>> routes,
        Function<BasketTransaction, BasketAnswer> rules)
        implements BasketManager {
    public static final BasketLedger LEDGER = new BasketLedger("odd", "odd ones", "");
    public static final BasketAnswer NOTHING = BasketAnswer.of(BasketInstructions.NOTHING);

    @Override
    public String name() {
        return "odd";
    }

    @Override
    public Set<BasketLedger> ledgers(ExtendedTransaction transaction) {
        return routes.apply(transaction);
    }

    @Override
    public BasketAnswer apply(BasketTransaction transaction) {
        return rules.apply(transaction);
    }

    @Override
    public String documentation() {
        return "for tests";
    }
}
