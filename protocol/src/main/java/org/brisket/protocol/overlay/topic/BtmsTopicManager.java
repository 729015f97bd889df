package org.brisket.protocol.overlay.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.brisket.protocol.overlay.AdmittanceInstructions;
import org.brisket.protocol.overlay.TopicManager;
import org.brisket.protocol.overlay.TopicTransaction;
import org.brisket.protocol.token.FungibleCoin;
import org.brisket.protocol.transaction.Outpoint;

/**
 * {@code tm_btms}: fungible tokens, see {@link org.brisket.protocol.token.FungibleToken}.
 *
 * <ul>
 *   <li>An issue is always admitted.
 *   <li>Another output is admitted if its asset is among the previous coins, its metadata is that
 *       of the first of them, and the amounts of the asset in all outputs up to this one, refused
 *       ones included, are not above the amount of its previous coins. Each asset stands alone.
 *   <li>Previous coins of an asset that an admitted output carries on are retained; the others are
 *       removed, which is a burn, as is whatever the outputs fall short of the inputs.
 * </ul>
 *
 * A signature field is not verified and satoshis are not looked at. A sum beyond 64 bits is
 * refused.
 */
public final class BtmsTopicManager implements TopicManager {
    @Override
    public String topic() {
        return "tm_btms";
    }

    @Override
    public AdmittanceInstructions identifyAdmissibleOutputs(TopicTransaction transaction) {
        Map<Outpoint, AssetBalance> balances = balances(transaction);
        List<Integer> admitted = new ArrayList<>();
        List<Integer> retained = new ArrayList<>();
        for (FungibleCoin output : FungibleCoin.outputs(transaction.extended().transaction())) {
            AssetBalance balance = balances.get(output.asset());
            if (output.isIssue()) {
                admitted.add(output.index());
            } else if (balance != null && balance.keep(output)) {
                admitted.add(output.index());
                retained.addAll(balance.takeInputs());
            }
        }
        return new AdmittanceInstructions(admitted, retained);
    }

    private static Map<Outpoint, AssetBalance> balances(TopicTransaction transaction) {
        Map<Outpoint, AssetBalance> balances = new HashMap<>();
        for (int input : transaction.previousCoins()) {
            FungibleCoin.input(transaction.extended(), input)
                    .ifPresent(
                            coin ->
                                    balances.computeIfAbsent(
                                                    coin.asset(), asset -> new AssetBalance(coin))
                                            .spend(coin));
        }
        return balances;
    }

    @Override
    public String documentation() {
        return "Fungible tokens (BTMS): PushDrop outputs of an asset, an amount and metadata. An"
                + " issue makes an asset named by its outpoint; what else is admitted of an asset"
                + " never exceeds what is spent of it.";
    }
}
