package org.brisket.job.verifier;

import java.util.Locale;

/** The counts in the text format that Prometheus reads. */
final class PrometheusText {
    private static final String PREFIX = "brisket_verifier_";

    private final StringBuilder text = new StringBuilder();

    private PrometheusText() {}

    static String of(VerifierCounts counts, long nowMillis) {
        PrometheusText page = new PrometheusText();
        page.counter("admissions_total", "Admission records read.", counts.admissions.get());
        page.counter("rollbacks_total", "Rollback records read.", counts.rollbacks.get());
        page.counter("results_total", "Result records read.", counts.results.get());
        page.counter(
                "compared_digests_total",
                "Digests that could be compared with the change before.",
                counts.comparedDigests.get());
        page.counter(
                "sequence_gaps_total",
                "Missing changes of a ledger that nothing explains.",
                counts.sequenceGaps.get());
        page.counter(
                "digest_mismatches_total",
                "Digests that did not move by what their admission says.",
                counts.digestMismatches.get());
        page.counter(
                "repeated_changes_total",
                "Numbers of a ledger that came twice.",
                counts.repeatedChanges.get());
        page.counter(
                "duplicate_results_total",
                "Results of a submission that had one already.",
                counts.duplicateResults.get());
        page.counter(
                "unreadable_records_total",
                "Records that no schema of ours describes.",
                counts.unreadableRecords.get());
        page.counter(
                "unwatched_changes_total",
                "Changes of ledgers beyond the number that is watched.",
                counts.unwatchedChanges.get());
        page.gauge("ledgers", "Ledgers that are watched.", counts.ledgers.get());
        page.gauge(
                "open_gaps",
                "Ledgers in which a change is waited for, or a gap is not explained yet.",
                counts.openGaps.get());
        page.gauge(
                "lag_records",
                "Offsets between the verifier and the committed ends; -1 before the first look.",
                counts.lag.get());
        page.age(
                "last_record_age_seconds",
                "Age of the last record read.",
                counts.lastRecordMillis.get(),
                nowMillis);
        page.age(
                "last_poll_age_seconds",
                "Time since the broker was last heard.",
                counts.lastPollMillis.get(),
                nowMillis);
        return page.text.toString();
    }

    private void counter(String name, String help, long value) {
        line(name, "counter", help, String.valueOf(value));
    }

    private void gauge(String name, String help, long value) {
        line(name, "gauge", help, String.valueOf(value));
    }

    /** Nothing seen yet is no number, not an age of 50 years. */
    private void age(String name, String help, long thenMillis, long nowMillis) {
        String seconds =
                thenMillis == 0
                        ? "NaN"
                        : String.format(
                                Locale.ROOT, "%.3f", Math.max(0, nowMillis - thenMillis) / 1e3);
        line(name, "gauge", help, seconds);
    }

    private void line(String name, String type, String help, String value) {
        String full = PREFIX + name;
        text.append("# HELP ").append(full).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(full).append(' ').append(type).append('\n');
        text.append(full).append(' ').append(value).append('\n');
    }
}
