package org.brisket.job.rejections;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which dead letters are meant: those that have all that is given. Times are when the job refused
 * them, the first included and the last not.
 */
public record RejectionFilter(
        Set<String> reasons,
        Set<String> ids,
        Optional<String> topic,
        boolean retryableOnly,
        Optional<Instant> since,
        Optional<Instant> until)
        implements Predicate<RejectedSubmission> {

    public RejectionFilter {
        reasons = Set.copyOf(reasons);
        ids = Set.copyOf(ids);
    }

    /** True if nothing is given, so that all are meant. */
    public boolean isEmpty() {
        return reasons.isEmpty()
                && ids.isEmpty()
                && topic.isEmpty()
                && !retryableOnly
                && since.isEmpty()
                && until.isEmpty();
    }

    /** An id is that of the submission, or the place of the dead letter. */
    @Override
    public boolean test(RejectedSubmission rejected) {
        return isIn(reasons, rejected.reason())
                && (isIn(ids, rejected.submissionId()) || ids.contains(rejected.place()))
                && topic.map(name -> names(rejected, name)).orElse(true)
                && (!retryableOnly || rejected.isRetryable())
                && since.map(first -> !rejected.time().isBefore(first)).orElse(true)
                && until.map(end -> rejected.time().isBefore(end)).orElse(true);
    }

    private static boolean isIn(Set<String> wanted, String value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    /** The header may be a JSON array or a comma list; names have neither quotes nor commas. */
    private static boolean names(RejectedSubmission rejected, String topic) {
        return Arrays.asList(rejected.topics().split("[\\s,\"\\[\\]]+")).contains(topic);
    }
}
