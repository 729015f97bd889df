package org.brisket.state.simulation;

import static org.brisket.state.simulation.GuaranteeViolatedException.require;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.brisket.protocol.key.PublicKey;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.ledger.CoinContent;
import org.brisket.state.ledger.TokenBalance;
import org.brisket.state.ledger.TokenIndex;

/** Whether the token index of a ledger is what its live coins come to when they are counted. */
final class IndexCheck {
    private static final int PAGE = 3;

    private final String ledger;
    private final SimulatedLedgerStore store;
    private final TokenIndex index;

    IndexCheck(String ledger, SimulatedLedgerStore store) {
        this.ledger = ledger;
        this.store = store;
        this.index = new TokenIndex(store);
    }

    void check() {
        Map<Outpoint, CoinContent> live = store.liveContents();
        for (int asset = 0; asset < SimulatedToken.ASSETS; asset++) {
            String name = SimulatedToken.assetName(asset);
            Map<Outpoint, CoinContent> ofAsset = new TreeMap<>(live);
            ofAsset.values().removeIf(content -> !content.asset().equals(name));
            same(index.balance(name), counted(ofAsset.values()), name);
            for (int owner = 0; owner < SimulatedToken.OWNERS; owner++) {
                checkOwner(name, SimulatedBasketManager.owner(owner), ofAsset);
            }
        }
    }

    private void checkOwner(String asset, PublicKey owner, Map<Outpoint, CoinContent> ofAsset) {
        Map<Outpoint, CoinContent> owned = new TreeMap<>(ofAsset);
        owned.values().removeIf(content -> !content.owner().equals(owner.bytes()));
        same(index.balance(asset, owner), counted(owned.values()), asset + " of " + owner);
        same(listed(asset, owner), owned, asset + " of " + owner);
    }

    private Map<Outpoint, CoinContent> listed(String asset, PublicKey owner) {
        Map<Outpoint, CoinContent> listed = new TreeMap<>();
        List<TokenIndex.LiveToken> page;
        int slot = 0;
        do {
            page = index.coins(asset, owner, slot, PAGE);
            page.forEach(token -> listed.put(token.outpoint(), token.content()));
            slot += page.size();
        } while (!page.isEmpty());
        return listed;
    }

    private static TokenBalance counted(Collection<CoinContent> contents) {
        long amount = contents.stream().mapToLong(CoinContent::amount).sum();
        return new TokenBalance(BigInteger.valueOf(amount), contents.size());
    }

    private void same(Object found, Object counted, String about) {
        require(
                found.equals(counted),
                Guarantee.CONSERVATION,
                "the token index is not what a count gives",
                ledger + " " + about);
    }
}
