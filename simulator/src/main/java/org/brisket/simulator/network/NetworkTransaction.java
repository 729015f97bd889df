package org.brisket.simulator.network;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Transaction;

/** A transaction that the network holds, with its changing state; guarded by its ledger's lock. */
final class NetworkTransaction {
    final PostedTransaction posted;

    /** Fees and bytes of the transaction and its ancestors that were unmined when it came. */
    long packageFee;

    long packageSize;
    long height = -1;
    int indexInBlock;

    /** True while its outputs can be spent: it is mined, or may be in the next block. */
    boolean spendable;

    /** Those that spend an output which it spends. */
    List<Txid> competing = List.of();

    /** The refused transaction that took this one with it; its own id if it was refused itself. */
    Optional<Txid> evictedWith = Optional.empty();

    private ArcStatus status;
    private String extraInfo = "";

    NetworkTransaction(PostedTransaction posted) {
        this.posted = posted;
        this.status = ArcStatus.UNKNOWN;
    }

    Txid txid() {
        return posted.txid();
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

    boolean isRefused() {
        return status == ArcStatus.REJECTED;
    }

    TransactionState state(Optional<MinedAt> minedAt) {
        return new TransactionState(posted.txid(), status, minedAt, competing, extraInfo);
    }
}
