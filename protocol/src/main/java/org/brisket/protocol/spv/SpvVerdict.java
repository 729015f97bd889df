package org.brisket.protocol.spv;

import java.util.List;
import java.util.OptionalLong;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.verdict.Rejection;

/** What verification says about the subject of a BEEF. */
public sealed interface SpvVerdict {
    /**
     * The subject and all that it stands on keep the rules.
     *
     * @param subject the conveyed transaction with its source outputs. A mined subject may lack
     *     some: they are {@link org.brisket.protocol.transaction.TransactionOutput#UNKNOWN} then
     * @param minedAtHeight where the subject's own proof puts it, if it has one
     * @param unminedAncestors what else is not mined, parents before children, without the subject
     * @param cost the work of all scripts, in the units of {@link SpvLimits}
     */
    record Accepted(
            ExtendedTransaction subject,
            OptionalLong minedAtHeight,
            List<ExtendedTransaction> unminedAncestors,
            long cost)
            implements SpvVerdict {
        public Accepted {
            unminedAncestors = List.copyOf(unminedAncestors);
        }
    }

    record Rejected(Rejection rejection) implements SpvVerdict {}
}
