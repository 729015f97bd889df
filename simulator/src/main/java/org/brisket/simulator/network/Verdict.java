package org.brisket.simulator.network;

import java.util.List;
import org.brisket.protocol.hash.Txid;

/** What the network says to a post. */
public sealed interface Verdict {
    /** The network holds the transaction, now or already before. */
    record Held(TransactionState state) implements Verdict {}

    /** It does not: an ARC error code (460 to 476) or an HTTP status, with what is wrong. */
    record Refused(int code, String detail, List<Txid> competing) implements Verdict {
        public Refused {
            competing = List.copyOf(competing);
        }

        static Refused of(int code, String template, Object... values) {
            return new Refused(code, String.format(template, values), List.of());
        }
    }

    /** Whether the network holds the transaction in a state other than refused. */
    default boolean isAccepted() {
        return this instanceof Held held && held.state().status() != ArcStatus.REJECTED;
    }
}
