package org.brisket.protocol.overlay;

import java.util.List;
import java.util.function.Function;
import org.brisket.protocol.verdict.Rejection;

/** Which basket ledgers a transaction touches, or why nobody needs to ask them. */
public sealed interface BasketRoute {
    /** Ascending, without repetition; empty if the transaction touches none. */
    record Ledgers(List<BasketLedger> ledgers) implements BasketRoute {
        public Ledgers {
            ledgers = List.copyOf(ledgers);
        }

        @Override
        public <R> R fold(Function<List<BasketLedger>, R> routed, Function<Rejection, R> refused) {
            return routed.apply(ledgers);
        }
    }

    record Refused(Rejection rejection) implements BasketRoute {
        @Override
        public <R> R fold(Function<List<BasketLedger>, R> routed, Function<Rejection, R> refused) {
            return refused.apply(rejection);
        }
    }

    /** Makes one value of either case. */
    <R> R fold(Function<List<BasketLedger>, R> routed, Function<Rejection, R> refused);
}
