package org.brisket.protocol.broadcast;

import java.util.List;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.merkle.MerklePath;

/**
 * What endpoints say when they are asked what became of a transaction.
 *
 * @param outcome every endpoint's answer
 * @param paths the merkle paths in their answers that hold the transaction; what they lead to is
 *     not checked against a chain
 */
public record StatusReport(BroadcastOutcome outcome, List<MerklePath> paths) {
    public StatusReport {
        paths = List.copyOf(paths);
    }

    public Txid txid() {
        return outcome.subject();
    }
}
