package org.brisket.simulator.network;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.bytes.ByteReader;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionOutput;

/**
 * A transaction as someone posted it: in Extended Format with the source outputs that the sender
 * claims, or raw without any.
 */
public record PostedTransaction(
        Transaction transaction, Optional<List<TransactionOutput>> claimedSources) {

    /** In Extended Format. */
    public static PostedTransaction of(ExtendedTransaction extended) {
        return new PostedTransaction(extended.transaction(), Optional.of(extended.sourceOutputs()));
    }

    /** Parses bytes that hold one transaction, raw or in Extended Format. */
    public static PostedTransaction parse(byte[] bytes) throws MalformedException {
        ByteReader reader = new ByteReader(bytes);
        PostedTransaction posted = read(reader);
        reader.expectEnd("transaction");
        return posted;
    }

    /** Reads one transaction and leaves the reader behind it. */
    public static PostedTransaction read(ByteReader reader) throws MalformedException {
        if (isExtended(reader)) {
            return of(ExtendedTransaction.read(reader));
        }
        return new PostedTransaction(Transaction.read(reader), Optional.empty());
    }

    /** The marker begins where a raw transaction counts its inputs, of which it has some. */
    private static boolean isExtended(ByteReader reader) {
        return reader.remaining() > 4 && reader.array()[reader.position() + 4] == 0;
    }

    public Txid txid() {
        return transaction.txid();
    }
}
