package org.brisket.state.simulation;

import static org.brisket.state.simulation.GuaranteeViolatedException.require;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.brisket.state.ledger.Coin;
import org.brisket.state.ledger.CoinContent;
import org.brisket.state.ledger.TokenAccount;
import org.brisket.state.ledger.TokenStore;

/** Whether the live coins of a basket, and the index over them, come to what the book says. */
final class Conservation {
    private final String ledger;
    private final AssetBook book;
    private final Map<String, Long> live;

    Conservation(String ledger, AssetBook book) {
        this(ledger, book, new HashMap<>());
    }

    private Conservation(String ledger, AssetBook book, Map<String, Long> live) {
        this.ledger = ledger;
        this.book = book;
        this.live = live;
    }

    Conservation copy() {
        return new Conservation(ledger, book.copy(), new HashMap<>(live));
    }

    AssetBook book() {
        return book;
    }

    /** A coin is there in another way than before, or no more. */
    void changed(Optional<Coin> before, Optional<Coin> now) {
        count(before, -1);
        count(now, 1);
    }

    private void count(Optional<Coin> coin, int sign) {
        coin.filter(there -> there.spender().isEmpty())
                .flatMap(Coin::content)
                .ifPresent(content -> count(content, sign));
    }

    private void count(CoinContent content, int sign) {
        live.merge(content.asset(), sign * content.amount(), Long::sum);
    }

    void check(TokenStore tokens) {
        book.assets().forEach(asset -> check(asset, tokens));
    }

    private void check(int asset, TokenStore tokens) {
        String name = SimulatedToken.assetName(asset);
        long expected = book.total(asset);
        require(
                live.getOrDefault(name, 0L) == expected,
                Guarantee.CONSERVATION,
                "the live coins are not what was issued and not burnt",
                ledger + " " + name);
        require(
                tokens.balance(TokenAccount.ofAll(name))
                        .amount()
                        .equals(BigInteger.valueOf(expected)),
                Guarantee.CONSERVATION,
                "the balance is not what was issued and not burnt",
                ledger + " " + name);
    }
}
