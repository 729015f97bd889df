package org.brisket.state.ledger;

import org.brisket.protocol.hash.Txid;

/** Work that a ledger has put off, because one step does only so much. */
public sealed interface LedgerTask {
    /** Whom it is about. */
    Txid txid();

    /** Look at the proposals that wait behind a transaction which is decided. */
    record Release(Txid txid) implements LedgerTask {}

    /** Remove the first so many of the coins that a final transaction still holds as spent. */
    record Forget(Txid txid, int coins) implements LedgerTask {}
}
