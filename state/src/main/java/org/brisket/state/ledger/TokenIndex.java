package org.brisket.state.ledger;

import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.key.PublicKey;
import org.brisket.protocol.transaction.Outpoint;

/**
 * Answers questions about the tokens in the ledger of one basket, without a search. Live coins
 * count, those that are still pending included: nothing has spent them, and their transaction may
 * yet be undone.
 */
public final class TokenIndex {
    /** The most coins in one answer, however many are asked for. */
    public static final int LONGEST_PAGE = 1_000;

    private final LedgerStore store;

    public TokenIndex(LedgerStore store) {
        this.store = store;
    }

    /** A live coin and where it is. */
    public record LiveToken(Outpoint outpoint, boolean pending, CoinContent content) {}

    /** What an owner has of an asset. */
    public TokenBalance balance(String asset, PublicKey owner) {
        return store.tokens().balance(new TokenAccount(asset, owner.bytes()));
    }

    /** What there is of an asset, whoever owns it. */
    public TokenBalance balance(String asset) {
        return store.tokens().balance(TokenAccount.ofAll(asset));
    }

    /**
     * The live coins of an owner in the order of their slots. A coin may move to a slot before it
     * when another one is spent: pages fit together only if the ledger's position is the same.
     *
     * @param fromSlot the slot to begin with, 0 for the first
     * @param limit the most coins to answer with; {@link #LONGEST_PAGE} if it is more than that
     */
    public List<LiveToken> coins(String asset, PublicKey owner, long fromSlot, int limit) {
        if (fromSlot < 0 || limit < 0) {
            throw new IllegalStateException(limit + " coins from slot " + fromSlot);
        }
        TokenAccount account = new TokenAccount(asset, owner.bytes());
        long rest = store.tokens().balance(account).coins() - fromSlot;
        long count = Math.min(rest, Math.min(limit, LONGEST_PAGE));
        List<LiveToken> coins = new ArrayList<>();
        for (long slot = 0; slot < count; slot++) {
            coins.add(liveToken(new TokenSlot(account, fromSlot + slot)));
        }
        return coins;
    }

    private LiveToken liveToken(TokenSlot slot) {
        Outpoint outpoint = store.tokens().coinIn(slot).orElseThrow(() -> broken(slot));
        Coin coin = store.coin(outpoint).orElseThrow(() -> broken(slot));
        CoinContent content = coin.content().orElseThrow(() -> broken(slot));
        return new LiveToken(outpoint, coin.pending(), content);
    }

    private static IllegalStateException broken(TokenSlot slot) {
        return new IllegalStateException("no live coin in " + slot);
    }
}
