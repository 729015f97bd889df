package org.brisket.connectors.arc;

import java.util.List;
import org.brisket.protocol.broadcast.BroadcastRequest;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;
import org.brisket.protocol.transaction.TransactionOutput;

/** Transactions that differ, and requests to broadcast them. Their scripts mean nothing. */
final class Transactions {
    private static final byte[] SCRIPT = {0x51};

    private Transactions() {}

    static ExtendedTransaction numbered(int number) {
        return spending(new Txid(1, 2, 3, number));
    }

    static ExtendedTransaction childOf(ExtendedTransaction parent) {
        return spending(parent.transaction().txid());
    }

    private static ExtendedTransaction spending(Txid source) {
        Transaction transaction =
                new TransactionBuilder()
                        .input(new Outpoint(source, 0), new byte[0])
                        .output(900, SCRIPT)
                        .build();
        return new ExtendedTransaction(
                transaction, List.of(new TransactionOutput(1_000, ByteSlice.of(SCRIPT))));
    }

    static Txid txid(int number) {
        return numbered(number).transaction().txid();
    }

    static BroadcastRequest request(int number) {
        return request(numbered(number));
    }

    /** Ancestors first, the subject last. */
    static BroadcastRequest request(ExtendedTransaction... transactions) {
        return new BroadcastRequest(
                transactions[transactions.length - 1].transaction().txid(),
                List.of(transactions).stream().map(ExtendedTransaction::toBytes).toList());
    }
}
