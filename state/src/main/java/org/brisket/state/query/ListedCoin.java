package org.brisket.state.query;

import java.util.Optional;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.ledger.CoinContent;

/**
 * A live coin in a list.
 *
 * @param admittedBy the number of the ledger's change that admitted it
 * @param pending while other ledgers have yet to agree
 * @param content what a coin of a basket is worth
 */
public record ListedCoin(
        Outpoint outpoint, long admittedBy, boolean pending, Optional<CoinContent> content) {}
