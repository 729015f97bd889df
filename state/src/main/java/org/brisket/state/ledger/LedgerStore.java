package org.brisket.state.ledger;

import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;

/**
 * What one ledger remembers. The coins of a ledger grow with what it holds; applications and their
 * index grow with what was ever admitted, because a repeat must get its first answer again; parked
 * proposals are bounded by the ledger, and the backlog by them and by the history that it keeps.
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

    /** By sequence the transaction whose application was that change and still stands. */
    LedgerTable<Long, Txid> applied();

    /** By transaction the line of those that wait until it is decided; empty lines are not kept. */
    LedgerTable<Txid, ParkedLine> parkedLines();

    /** The proposals in those lines. */
    LedgerTable<ParkedSlot, Proposal> parkedProposals();

    /** By number the tasks that were put off; the range says which numbers there are. */
    LedgerTable<Long, LedgerTask> backlog();

    /** The numbers of the backlog; {@link BacklogRange#EMPTY} if nothing was put off. */
    BacklogRange backlogRange();

    void putBacklogRange(BacklogRange range);
}
