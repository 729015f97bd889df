package org.brisket.protocol.overlay.basket;

import static org.brisket.protocol.verdict.RejectionReason.AMOUNT_NOT_CONSERVED;
import static org.brisket.protocol.verdict.RejectionReason.REFUSED_BY_MANAGER;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.brisket.protocol.overlay.BasketAnswer;
import org.brisket.protocol.overlay.BasketCoin;
import org.brisket.protocol.overlay.BasketInstructions;
import org.brisket.protocol.overlay.BasketLedger;
import org.brisket.protocol.overlay.BasketManager;
import org.brisket.protocol.overlay.BasketTransaction;
import org.brisket.protocol.token.AmountTotal;
import org.brisket.protocol.token.FungibleCoin;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Outpoint;

/**
 * Fungible tokens in the basket {@code p btms}, one ledger per asset, see {@link
 * org.brisket.protocol.token.FungibleToken}. The partition is the asset: the outpoint that issued
 * it.
 *
 * <ul>
 *   <li>An issue is the first coin of its ledger; there is never another.
 *   <li>A transfer takes live coins and has no more of the asset in its outputs, each with the
 *       metadata of the first coin.
 *   <li>A burn is what the outputs fall short of the coins; all of it if no output is left.
 * </ul>
 *
 * Unlike the topic {@code tm_btms}, which leaves out single outputs, it refuses a transaction that
 * breaks a rule as a whole. Satoshis and signature fields are not looked at.
 */
public final class BtmsBasketManager implements BasketManager {
    private static final String NAME = "btms";
    private static final String BASKET = "p btms";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<BasketLedger> ledgers(ExtendedTransaction transaction) {
        return FungibleCoin.assets(transaction).stream()
                .map(BtmsBasketManager::ledger)
                .collect(Collectors.toSet());
    }

    private static BasketLedger ledger(Outpoint asset) {
        return new BasketLedger(NAME, BASKET, asset.toString());
    }

    @Override
    public BasketAnswer apply(BasketTransaction transaction) {
        List<FungibleCoin> coins = new ArrayList<>();
        for (int input : transaction.liveInputs()) {
            FungibleCoin.input(transaction.extended(), input)
                    .filter(coin -> ledger(coin.asset()).equals(transaction.ledger()))
                    .ifPresent(coins::add);
        }
        if (coins.size() < transaction.liveInputs().size()) {
            return BasketAnswer.refuse(
                    REFUSED_BY_MANAGER, "an input is no coin of %s", transaction.ledger());
        }
        List<FungibleCoin> outputs =
                FungibleCoin.outputs(
                        transaction.extended().transaction(),
                        asset -> asset.toString().equals(transaction.ledger().partition()));
        return outputs.isEmpty()
                ? BasketAnswer.of(BasketInstructions.consuming(transaction.liveInputs()))
                : carryOn(transaction, coins, outputs);
    }

    private static BasketAnswer carryOn(
            BasketTransaction transaction, List<FungibleCoin> coins, List<FungibleCoin> outputs) {
        boolean issue = outputs.get(0).isIssue();
        AmountTotal in = total(issue ? outputs : coins);
        AmountTotal out = total(outputs);
        if (!in.isExact() || !out.isExact() || out.value() > in.value()) {
            return BasketAnswer.refuse(
                    AMOUNT_NOT_CONSERVED,
                    "outputs of %d for coins of %d in %s",
                    out.value(),
                    in.value(),
                    transaction.ledger());
        }
        for (FungibleCoin output : outputs) {
            if (!issue && !output.metadata().equals(coins.get(0).metadata())) {
                return BasketAnswer.refuse(
                        REFUSED_BY_MANAGER,
                        "output %d has other metadata than the coins of %s",
                        output.index(),
                        transaction.ledger());
            }
        }
        return BasketAnswer.of(
                BasketInstructions.moving(
                        outputs.stream().map(BtmsBasketManager::coin).toList(),
                        transaction.liveInputs()));
    }

    private static BasketCoin coin(FungibleCoin output) {
        return BasketCoin.of(
                output.index(), output.asset().toString(), output.amount(), output.owner());
    }

    private static AmountTotal total(List<FungibleCoin> coins) {
        AmountTotal total = new AmountTotal();
        coins.forEach(coin -> total.add(coin.amount()));
        return total;
    }

    @Override
    public String documentation() {
        return "Fungible tokens (BTMS), one ledger per asset: issue, transfer, burn. A transaction"
                + " that would make more of an asset than it takes is refused.";
    }
}
