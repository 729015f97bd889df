package org.brisket.state.ledger;

import java.util.Optional;
import org.brisket.protocol.transaction.Outpoint;

/**
 * What the ledger of a basket remembers beside its coins, so that questions about tokens need no
 * search. It grows with the live coins and is empty in a topic.
 */
public interface TokenStore {
    /** What an account holds; {@link TokenBalance#NONE} if nothing. */
    TokenBalance balance(TokenAccount account);

    /** Replaces a balance; one of no coins is forgotten. */
    void putBalance(TokenAccount account, TokenBalance balance);

    Optional<Outpoint> coinIn(TokenSlot slot);

    void putCoinIn(TokenSlot slot, Outpoint outpoint);

    void removeSlot(TokenSlot slot);
}
