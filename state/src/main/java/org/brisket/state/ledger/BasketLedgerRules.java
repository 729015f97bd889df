package org.brisket.state.ledger;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.brisket.protocol.overlay.BasketCoin;
import org.brisket.protocol.overlay.BasketInstructions;
import org.brisket.protocol.overlay.BasketLedger;
import org.brisket.protocol.overlay.BasketManagers;
import org.brisket.protocol.overlay.BasketTransaction;
import org.brisket.protocol.transaction.ExtendedTransaction;

/**
 * Basket ledgers: the basket's manager decides. A transaction comes here because it may concern the
 * basket, not because somebody named it: instructions that change nothing are a yes. Whether that
 * is enough is for those to say who know what the other ledgers do.
 */
public final class BasketLedgerRules implements LedgerRules {
    private final BasketManagers managers;

    public BasketLedgerRules(BasketManagers managers) {
        this.managers = managers;
    }

    @Override
    public Answer evaluate(
            String ledger,
            ExtendedTransaction extended,
            List<Integer> previousCoins,
            byte[] offChainValues) {
        BasketLedger basket = LedgerId.fromKey(ledger).toBasket();
        if (managers.find(basket.manager()).isEmpty()) {
            throw new IllegalStateException("routed to " + ledger);
        }
        return managers.apply(new BasketTransaction(extended, basket, previousCoins))
                .fold(BasketLedgerRules::accepted, Answer::of);
    }

    private static Answer accepted(BasketInstructions answer) {
        List<Integer> outputs = answer.admitted().stream().map(BasketCoin::output).toList();
        Map<Integer, CoinContent> contents =
                answer.admitted().stream()
                        .collect(Collectors.toMap(BasketCoin::output, CoinContent::of));
        return Answer.of(new Instructions(outputs, answer.moved(), answer.consumed()), contents);
    }
}
