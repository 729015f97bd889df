package org.brisket.state.query;

import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.state.store.BlockProof;
import org.brisket.state.store.BroughtTransaction;

/** What comes to the keeper of a transaction. */
public sealed interface StoreCommand {
    /** The transaction. */
    Txid txid();

    /** A submission that was committed brings it. */
    record Bring(BroughtTransaction brought) implements StoreCommand {
        @Override
        public Txid txid() {
            return brought.txid();
        }
    }

    /** A block holds it, as was checked. */
    record Prove(Txid txid, BlockProof proof) implements StoreCommand {}

    /** A record that says that it is admitted, to be passed on ahead of any proof of it. */
    record Publish(Txid txid, OutboundRecord admission) implements StoreCommand {}

    /** To be answered. */
    record Question(StoredQuery query) implements StoreCommand {
        @Override
        public Txid txid() {
            return query.txid();
        }
    }
}
