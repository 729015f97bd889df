package org.brisket.state.query;

import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.key.PublicKey;
import org.brisket.protocol.transaction.Outpoint;

/** A question to one ledger. */
public sealed interface LedgerQuery extends StateQuery {
    /** The key of the ledger. */
    String ledger();

    /**
     * The live coins in the order of their admission.
     *
     * @param limit the most coins to answer with
     */
    record LiveCoins(String id, String ledger, CoinCursor from, int limit) implements LedgerQuery {}

    /** What there is of an asset in a basket, in the hands of one owner or in all hands. */
    record Balance(String id, String ledger, String asset, Optional<PublicKey> owner)
            implements LedgerQuery {}

    /** The life of one coin. */
    record OneCoin(String id, String ledger, Outpoint outpoint) implements LedgerQuery {}

    /** The place of one transaction. */
    record OneTransaction(String id, String ledger, Txid txid) implements LedgerQuery {}
}
