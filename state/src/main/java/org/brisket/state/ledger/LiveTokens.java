package org.brisket.state.ledger;

import org.brisket.protocol.transaction.Outpoint;

/**
 * Keeps the token index in step with the live coins of a basket, at the cost of a few look-ups for
 * each coin that becomes live or stops to be. The last coin of an owner moves into the slot that
 * another one leaves, so the slots of an account have no gaps.
 */
final class LiveTokens {
    private final LedgerStore store;

    LiveTokens(LedgerStore store) {
        this.store = store;
    }

    /** Counts a coin that becomes live, and says in which slot it is. */
    Coin enter(Outpoint outpoint, Coin coin) {
        return coin.content().map(content -> enter(outpoint, coin, content)).orElse(coin);
    }

    private Coin enter(Outpoint outpoint, Coin coin, CoinContent content) {
        TokenAccount account = TokenAccount.of(content);
        long slot = store.tokens().balance(account).coins();
        store.tokens().putCoinIn(new TokenSlot(account, slot), outpoint);
        add(account, content);
        add(TokenAccount.ofAll(content.asset()), content);
        return coin.inSlot(slot);
    }

    private void add(TokenAccount account, CoinContent content) {
        store.tokens().putBalance(account, store.tokens().balance(account).plus(content));
    }

    /** Discounts a coin that was live, as it was then. */
    void leave(Coin coin) {
        coin.content().ifPresent(content -> leave(coin.slot(), content));
    }

    private void leave(long slot, CoinContent content) {
        TokenAccount account = TokenAccount.of(content);
        long last = subtract(account, content).coins();
        subtract(TokenAccount.ofAll(content.asset()), content);
        if (slot < last) {
            move(new TokenSlot(account, last), slot);
        }
        store.tokens().removeSlot(new TokenSlot(account, last));
    }

    private TokenBalance subtract(TokenAccount account, CoinContent content) {
        TokenBalance rest = store.tokens().balance(account).minus(content);
        store.tokens().putBalance(account, rest);
        return rest;
    }

    private void move(TokenSlot from, long number) {
        Outpoint outpoint = store.tokens().coinIn(from).orElseThrow(() -> missing(from));
        Coin coin = store.coin(outpoint).orElseThrow(() -> missing(from));
        store.putCoin(outpoint, coin.inSlot(number));
        store.tokens().putCoinIn(new TokenSlot(from.account(), number), outpoint);
    }

    private static IllegalStateException missing(TokenSlot slot) {
        return new IllegalStateException("no live coin in " + slot);
    }
}
