package org.brisket.protocol.submission;

import java.util.List;

/** What a submission's headers ask for; the topics are distinct and in the order given. */
public record SubmissionOptions(
        String submissionId,
        List<String> topics,
        Atomicity atomicity,
        SubmissionMode mode,
        boolean includesOffChainValues) {
    public SubmissionOptions {
        topics = List.copyOf(topics);
    }
}
