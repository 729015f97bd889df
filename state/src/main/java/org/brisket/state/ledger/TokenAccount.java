package org.brisket.state.ledger;

import org.brisket.protocol.bytes.ByteSlice;

/**
 * What a balance is kept of: an asset in the hands of one owner, or in all hands.
 *
 * @param owner the key of 33 bytes; empty for all owners together
 */
public record TokenAccount(String asset, ByteSlice owner) {
    /** The account of all owners of an asset. */
    public static TokenAccount ofAll(String asset) {
        return new TokenAccount(asset, ByteSlice.EMPTY);
    }

    /** The account that a coin counts in. */
    static TokenAccount of(CoinContent content) {
        return new TokenAccount(content.asset(), content.owner());
    }
}
