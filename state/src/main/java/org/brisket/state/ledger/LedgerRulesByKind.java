package org.brisket.state.ledger;

import java.util.List;
import java.util.Map;
import org.brisket.protocol.overlay.BasketManagers;
import org.brisket.protocol.overlay.TopicManagers;
import org.brisket.protocol.transaction.ExtendedTransaction;

/** The rules of ledgers of every kind; which of them it is stands in a ledger's key. */
public final class LedgerRulesByKind implements LedgerRules {
    private final Map<String, LedgerRules> byKind;

    public LedgerRulesByKind(LedgerRules topics, LedgerRules baskets) {
        this.byKind = Map.of(LedgerId.TOPIC, topics, LedgerId.BASKET, baskets);
    }

    /** The rules of all plug-ins that a class loader offers. */
    public static LedgerRules discover(ClassLoader plugIns) {
        return new LedgerRulesByKind(
                new TopicLedgerRules(TopicManagers.discover(plugIns)),
                new BasketLedgerRules(BasketManagers.discover(plugIns)));
    }

    @Override
    public Answer evaluate(
            String ledger,
            ExtendedTransaction extended,
            List<Integer> previousCoins,
            byte[] offChainValues) {
        LedgerRules rules = byKind.get(LedgerId.kindOf(ledger));
        if (rules == null) {
            throw new IllegalStateException("a ledger of no known kind: " + ledger);
        }
        return rules.evaluate(ledger, extended, previousCoins, offChainValues);
    }
}
