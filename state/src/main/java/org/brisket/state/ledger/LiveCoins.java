package org.brisket.state.ledger;

import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;

/**
 * The coins of one ledger as a step changes them. The digest and the token index follow every coin
 * that becomes live or stops to be; the sequence grows when a change is complete.
 */
final class LiveCoins {
    private final String ledger;
    private final LedgerStore store;
    private final LiveTokens tokens;

    /** What the change that is under way adds to the digest. */
    private LiveDigest change = LiveDigest.EMPTY;

    LiveCoins(String ledger, LedgerStore store) {
        this.ledger = ledger;
        this.store = store;
        this.tokens = new LiveTokens(store);
    }

    Optional<Coin> find(Outpoint outpoint) {
        return store.coin(outpoint);
    }

    void admit(Outpoint outpoint, boolean pending, Optional<CoinContent> content) {
        store.putCoin(outpoint, tokens.enter(outpoint, Coin.unspent(pending, content)));
        change = change.plus(LiveDigest.of(ledger, outpoint));
    }

    void spend(Outpoint outpoint, Txid spender) {
        Coin coin = store.coin(outpoint).orElseThrow();
        store.putCoin(outpoint, coin.spentBy(spender));
        tokens.leave(coin);
        change = change.minus(LiveDigest.of(ledger, outpoint));
    }

    void confirm(Outpoint outpoint) {
        store.coin(outpoint).ifPresent(coin -> store.putCoin(outpoint, coin.confirmed()));
    }

    boolean isSpentBy(Outpoint outpoint, Txid spender) {
        return store.coin(outpoint).flatMap(Coin::spender).filter(spender::equals).isPresent();
    }

    /** Makes a coin live again if this spender holds it. */
    void restore(Outpoint outpoint, Txid spender) {
        Optional<Coin> coin = store.coin(outpoint);
        if (coin.isPresent() && coin.get().spender().equals(Optional.of(spender))) {
            store.putCoin(outpoint, tokens.enter(outpoint, coin.get().restored()));
            change = change.plus(LiveDigest.of(ledger, outpoint));
        }
    }

    /** Removes a coin if it is there, and says who had spent it. */
    Optional<Txid> remove(Outpoint outpoint) {
        Optional<Coin> coin = store.coin(outpoint);
        if (coin.isEmpty()) {
            return Optional.empty();
        }
        store.removeCoin(outpoint);
        if (coin.get().spender().isEmpty()) {
            tokens.leave(coin.get());
            change = change.minus(LiveDigest.of(ledger, outpoint));
        }
        return coin.get().spender();
    }

    /** Ends the change of one transaction. */
    LedgerPosition complete() {
        LedgerPosition next = store.position().after(change);
        store.putPosition(next);
        change = LiveDigest.EMPTY;
        return next;
    }
}
