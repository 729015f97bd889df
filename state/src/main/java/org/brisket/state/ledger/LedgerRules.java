package org.brisket.state.ledger;

import java.util.List;
import java.util.Map;
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

    /**
     * Instructions, or the reason why there are none.
     *
     * @param contents what the admitted outputs are worth in a basket, by output; empty in a topic
     */
    record Answer(
            Instructions instructions,
            Map<Integer, CoinContent> contents,
            Optional<Rejection> rejection) {
        public Answer {
            contents = Map.copyOf(contents);
        }

        public static Answer of(Instructions instructions) {
            return of(instructions, Map.of());
        }

        public static Answer of(Instructions instructions, Map<Integer, CoinContent> contents) {
            return new Answer(instructions, contents, Optional.empty());
        }

        public static Answer of(Rejection rejection) {
            return new Answer(Instructions.NONE, Map.of(), Optional.of(rejection));
        }

        Optional<CoinContent> content(int output) {
            return contents.isEmpty()
                    ? Optional.empty()
                    : Optional.ofNullable(contents.get(output));
        }
    }
}
