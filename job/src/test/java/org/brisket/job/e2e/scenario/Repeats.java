package org.brisket.job.e2e.scenario;

import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.submission.Header;
import org.brisket.protocol.submission.SubmissionHeaders;
import org.brisket.simulator.workload.PlannedSubmission;
import org.brisket.simulator.workload.SubmissionKind;

/** Submissions of what was submitted before. */
final class Repeats {
    private Repeats() {}

    /** The same in all but its id. */
    static PlannedSubmission of(PlannedSubmission planned, String suffix) {
        String id = planned.submissionId() + suffix;
        List<Header> headers = new ArrayList<>(planned.headers());
        headers.removeIf(header -> header.name().equals(SubmissionHeaders.SUBMISSION_ID));
        headers.add(Header.of(SubmissionHeaders.SUBMISSION_ID, id));
        return new PlannedSubmission(
                id,
                planned.key(),
                planned.value(),
                headers,
                SubmissionKind.REPEAT,
                planned.expected(),
                planned.txid());
    }
}
