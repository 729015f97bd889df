package org.brisket.state.query;

import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;

/**
 * What became of a transaction, or of one of its outputs: a question to whoever tracks it, which
 * leads to a question to every ledger that it is in. One about a transaction is also put to whoever
 * counts the votes on it.
 */
public record TransactionQuery(String id, Txid txid, Optional<Outpoint> outpoint)
        implements StateQuery {
    public static TransactionQuery about(String id, Txid txid) {
        return new TransactionQuery(id, txid, Optional.empty());
    }

    public static TransactionQuery about(String id, Outpoint outpoint) {
        return new TransactionQuery(id, outpoint.txid(), Optional.of(outpoint));
    }

    /** The same question to one ledger. */
    LedgerQuery to(String ledger) {
        return outpoint.<LedgerQuery>map(coin -> new LedgerQuery.OneCoin(id, ledger, coin))
                .orElseGet(() -> new LedgerQuery.OneTransaction(id, ledger, txid));
    }
}
