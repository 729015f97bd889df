package org.brisket.job.audit;

import java.util.Comparator;

/**
 * A difference: in which ledger (empty if it concerns none alone), at which of its changes (0 if
 * unknown), about which outpoint, txid or record, what was expected and what was found instead.
 */
public record Finding(
        Check check, String ledger, long sequence, String subject, String expected, String found)
        implements AuditRecord, Comparable<Finding> {

    /** What is wrong in the state explains what is wrong in the log; then from early to late. */
    private static final Comparator<Finding> FIRST_THINGS_FIRST =
            Comparator.<Finding, Boolean>comparing(finding -> finding.check().ofLog())
                    .thenComparing(Finding::ledger)
                    .thenComparingLong(Finding::sequence)
                    .thenComparing(Finding::check)
                    .thenComparing(Finding::subject)
                    .thenComparing(Finding::expected)
                    .thenComparing(Finding::found);

    @Override
    public int compareTo(Finding other) {
        return FIRST_THINGS_FIRST.compare(this, other);
    }

    /** One line for people. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(check.name());
        if (!ledger.isEmpty()) {
            line.append(" in ").append(ledger);
        }
        if (sequence > 0) {
            line.append(" at change ").append(sequence);
        }
        line.append(": ").append(subject);
        return line.append(": expected ")
                .append(expected)
                .append(", found ")
                .append(found)
                .toString();
    }
}
