package org.brisket.simulator.network;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.hash.Txid;

/** What the network knows of a transaction that it once took. */
public record TransactionState(
        Txid txid,
        ArcStatus status,
        Optional<MinedAt> minedAt,
        List<Txid> competing,
        String extraInfo) {
    public TransactionState {
        competing = List.copyOf(competing);
    }

    static TransactionState minedBefore(Txid txid) {
        return new TransactionState(
                txid,
                ArcStatus.MINED,
                Optional.empty(),
                List.of(),
                "mined before this network began");
    }
}
