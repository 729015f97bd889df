package org.brisket.connectors.arc;

import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.broadcast.BroadcastRequest;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.ExtendedTransaction;

/** A transaction in Extended Format, with the id by which answers are matched. */
record ArcTransaction(Txid txid, byte[] extendedFormat) {

    /** The request's transactions in its order, parents first. */
    static List<ArcTransaction> listOf(BroadcastRequest request) {
        List<ArcTransaction> transactions = new ArrayList<>();
        for (byte[] bytes : request.extendedTransactions()) {
            transactions.add(new ArcTransaction(txidOf(bytes, request.subject()), bytes));
        }
        Txid last = transactions.get(transactions.size() - 1).txid();
        if (!last.equals(request.subject())) {
            throw new IllegalStateException(
                    "a broadcast of " + request.subject() + " that ends with " + last);
        }
        return transactions;
    }

    private static Txid txidOf(byte[] bytes, Txid subject) {
        try {
            return ExtendedTransaction.parse(bytes).transaction().txid();
        } catch (MalformedException e) {
            throw new IllegalStateException("a malformed transaction to broadcast " + subject, e);
        }
    }
}
