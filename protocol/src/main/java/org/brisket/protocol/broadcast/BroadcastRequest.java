package org.brisket.protocol.broadcast;

import java.util.List;
import org.brisket.protocol.hash.Txid;

/**
 * A subject transaction and its unmined ancestors in Extended Format, parents first and the subject
 * last. Sending it again is harmless.
 */
public record BroadcastRequest(Txid subject, List<byte[]> extendedTransactions) {
    public BroadcastRequest {
        extendedTransactions = List.copyOf(extendedTransactions);
        if (extendedTransactions.isEmpty()) {
            throw new IllegalStateException("nothing to broadcast for " + subject);
        }
    }
}
