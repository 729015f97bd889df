package org.brisket.state.ledger;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;

/**
 * What one ledger remembers. The coins of a ledger grow with what it holds; applications grow with
 * what was ever admitted, because a repeat must get its first answer again; parked proposals are
 * bounded by the ledger.
 */
public interface LedgerStore {
    Optional<Coin> coin(Outpoint outpoint);

    void putCoin(Outpoint outpoint, Coin coin);

    void removeCoin(Outpoint outpoint);

    /** The token index of the same ledger. */
    TokenStore tokens();

    /** The ledger's position; {@link LedgerPosition#START} before the first change. */
    LedgerPosition position();

    void putPosition(LedgerPosition position);

    Optional<Application> application(Txid txid);

    void putApplication(Txid txid, Application application);

    void removeApplication(Txid txid);

    /** The proposals that wait for a transaction to be decided, in the order in which they came. */
    List<Proposal> parkedBehind(Txid txid);

    /** Replaces the proposals that wait for a transaction; an empty list forgets it. */
    void putParkedBehind(Txid txid, List<Proposal> proposals);
}
