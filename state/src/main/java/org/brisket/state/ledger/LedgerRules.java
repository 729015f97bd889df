package org.brisket.state.ledger;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.verdict.Rejection;

/** What a ledger admits: the plug-in of its topic or basket behind one call. Pure. */
public interface LedgerRules {
    /** The answer to a transaction whose inputs at the given indices spend live coins. */
    Answer evaluate(
            String ledger,
            ExtendedTransaction extended,
            List<Integer> previousCoins,
            byte[] offChainValues);

    /** Instructions, or the reason why there are none. */
    record Answer(Instructions instructions, Optional<Rejection> rejection) {
        public static Answer of(Instructions instructions) {
            return new Answer(instructions, Optional.empty());
        }

        public static Answer of(Rejection rejection) {
            return new Answer(Instructions.NONE, Optional.of(rejection));
        }
    }
}
