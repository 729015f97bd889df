package org.brisket.protocol.broadcast;

import java.util.List;
import org.brisket.protocol.hash.Txid;

/** What every configured endpoint said about one subject transaction. */
public record BroadcastOutcome(Txid subject, List<EndpointAnswer> answers) {
    public BroadcastOutcome {
        answers = List.copyOf(answers);
    }
}
