package org.brisket.simulator.workload;

import java.util.EnumSet;
import java.util.Set;
import org.brisket.protocol.verdict.RejectionReason;

/** The verdict that a submission must get: admitted, or rejected for any of some reasons. */
public record ExpectedVerdict(boolean admitted, Set<RejectionReason> anyOf) {
    public static final ExpectedVerdict ADMITTED = new ExpectedVerdict(true, Set.of());

    public ExpectedVerdict {
        anyOf = Set.copyOf(anyOf);
        if (admitted != anyOf.isEmpty()) {
            throw new IllegalStateException("admitted " + admitted + " with reasons " + anyOf);
        }
    }

    public static ExpectedVerdict rejected(RejectionReason first, RejectionReason... others) {
        return new ExpectedVerdict(false, EnumSet.of(first, others));
    }

    /** {@code ADMITTED} or {@code REJECTED}. */
    public String status() {
        return admitted ? "ADMITTED" : "REJECTED";
    }

    /** Whether a rejection for that reason is what was expected. */
    public boolean allowsRejection(RejectionReason reason) {
        return anyOf.contains(reason);
    }
}
