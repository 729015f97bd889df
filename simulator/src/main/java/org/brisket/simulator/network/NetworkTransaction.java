package org.brisket.simulator.network;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.transaction.Transaction;

/** A transaction that the network holds, with its changing state; guarded by its ledger's lock. */
final class NetworkTransaction {
    final PostedTransaction posted;

    /** Fees and bytes of the transaction and its ancestors that were unmined when it came. */
    long packageFee;

    long packageSize;
    long height = -1;
    int indexInBlock;
    private ArcStatus status;
    private String extraInfo = "";

    NetworkTransaction(PostedTransaction posted, ArcStatus status) {
        this.posted = posted;
        this.status = status;
    }

    Transaction transaction() {
        return posted.transaction();
    }

    ArcStatus status() {
        return status;
    }

    void become(ArcStatus next, String reason) {
        status = next;
        extraInfo = reason;
    }

    boolean isMined() {
        return status == ArcStatus.MINED;
    }

    /** True while its outputs can be spent. */
    boolean isLive() {
        return isMined() || status == ArcStatus.SEEN_ON_NETWORK;
    }

    TransactionState state(Optional<MinedAt> minedAt) {
        return new TransactionState(posted.txid(), status, minedAt, List.of(), extraInfo);
    }
}
