package org.brisket.job.local.traffic;

/**
 * A record of the results topic as a committed reader saw it: status, reason and its detail (empty
 * unless refused), txid (empty if unknown), STEAK as JSON (empty unless admitted), and when it
 * became visible ({@link System#nanoTime}).
 */
public record ObservedResult(
        String status, String reason, String detail, String txid, String steak, long seenNanos) {
    public static final String ADMITTED = "admitted";
    public static final String REJECTED = "rejected";
    public static final String ROLLED_BACK = "rolled-back";

    /** The verdict in a few words. */
    @Override
    public String toString() {
        return reason.isEmpty() ? status : status + " for " + reason;
    }
}
