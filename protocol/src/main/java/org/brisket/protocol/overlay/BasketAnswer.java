package org.brisket.protocol.overlay;

import java.util.Objects;
import java.util.function.Function;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;

/** A basket manager's answer: what happens to the ledger, or why the transaction is refused. */
public sealed interface BasketAnswer {
    record Accepted(BasketInstructions instructions) implements BasketAnswer {
        public Accepted {
            Objects.requireNonNull(instructions);
        }

        @Override
        public <R> R fold(
                Function<BasketInstructions, R> accepted, Function<Rejection, R> refused) {
            return accepted.apply(instructions);
        }
    }

    record Refused(Rejection rejection) implements BasketAnswer {
        public Refused {
            Objects.requireNonNull(rejection);
        }

        @Override
        public <R> R fold(
                Function<BasketInstructions, R> accepted, Function<Rejection, R> refused) {
            return refused.apply(rejection);
        }
    }

    /** Makes one value of either case. */
    <R> R fold(Function<BasketInstructions, R> accepted, Function<Rejection, R> refused);

    static BasketAnswer of(BasketInstructions instructions) {
        return new Accepted(instructions);
    }

    /** A refusal, its detail in the form of {@link String#format}. */
    static BasketAnswer refuse(RejectionReason reason, String template, Object... values) {
        return new Refused(Rejection.of(reason, template, values));
    }
}
