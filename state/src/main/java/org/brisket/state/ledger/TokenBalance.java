package org.brisket.state.ledger;

import java.math.BigInteger;

/**
 * What the live coins of an account come to. The sum is a whole number of any size: a coin that is
 * restored cannot be refused, so no sum may be too large to be kept.
 *
 * @param amount in the asset's smallest unit
 * @param coins how many live coins there are
 */
public record TokenBalance(BigInteger amount, long coins) {
    public static final TokenBalance NONE = new TokenBalance(BigInteger.ZERO, 0);

    public TokenBalance {
        // Every coin is worth something.
        if (coins < 0 || amount.compareTo(BigInteger.valueOf(coins)) < 0) {
            throw new IllegalStateException("a balance of " + amount + " in coins: " + coins);
        }
    }

    public boolean isNone() {
        return coins == 0;
    }

    TokenBalance plus(CoinContent coin) {
        return new TokenBalance(amount.add(BigInteger.valueOf(coin.amount())), coins + 1);
    }

    TokenBalance minus(CoinContent coin) {
        return new TokenBalance(amount.subtract(BigInteger.valueOf(coin.amount())), coins - 1);
    }
}
