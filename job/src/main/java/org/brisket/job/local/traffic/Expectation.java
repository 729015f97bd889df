package org.brisket.job.local.traffic;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.simulator.chain.MainnetBeef;
import org.brisket.simulator.workload.ExpectedVerdict;

/** What may become of a submission: admitted, or rejected for one of some reasons, or either. */
public record Expectation(boolean admitted, Set<RejectionReason> rejections) {
    public static final Expectation ADMITTED = new Expectation(true, Set.of());

    public Expectation {
        rejections = Set.copyOf(rejections);
    }

    public static Expectation of(ExpectedVerdict verdict) {
        return new Expectation(verdict.admitted(), verdict.anyOf());
    }

    /** An accepted one may have reasons too: a stricter verifier may refuse it with them. */
    public static Expectation of(MainnetBeef beef) {
        return new Expectation(beef.accepted(), Set.copyOf(beef.reasons()));
    }

    /** Whether there is only one right answer, and it is admission. */
    public boolean isAdmissionOnly() {
        return admitted && rejections.isEmpty();
    }

    public boolean isMetBy(ObservedResult result) {
        return switch (result.status()) {
            case ObservedResult.ADMITTED -> admitted;
            case ObservedResult.REJECTED ->
                    rejections.stream().anyMatch(reason -> reason.name().equals(result.reason()));
            default -> false;
        };
    }

    /** {@code admitted}, {@code rejected for A or B}, or both. */
    @Override
    public String toString() {
        String rejected = "rejected for " + String.join(" or ", new TreeSet<>(names(rejections)));
        if (!admitted) {
            return rejected;
        }
        return rejections.isEmpty() ? "admitted" : "admitted or " + rejected;
    }

    private static List<String> names(Set<RejectionReason> reasons) {
        return reasons.stream().map(RejectionReason::name).toList();
    }
}
