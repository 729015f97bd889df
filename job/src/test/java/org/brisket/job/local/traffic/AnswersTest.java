package org.brisket.job.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.brisket.protocol.bytes.ByteSlice;
import org.junit.jupiter.api.Test;

final class AnswersTest {
    private static final long MILLI = 1_000_000;

    private final Answers answers = new Answers();

    @Test
    void countsResultsByStatusAndMeasuresFromSendingToSeeing() {
        answers.sent(submission("a", 0));
        answers.sent(submission("b", 10 * MILLI));
        answers.sent(submission("c", 20 * MILLI));
        answers.answered("a", result(ObservedResult.ADMITTED, 100 * MILLI));
        answers.answered("b", result(ObservedResult.REJECTED, 60 * MILLI));

        Tally tally = answers.tally();

        assertThat(tally.sent()).isEqualTo(3);
        assertThat(tally.admitted()).isEqualTo(1);
        assertThat(tally.rejected()).isEqualTo(1);
        assertThat(tally.outstanding()).isEqualTo(1);
        assertThat(tally.latencyP50()).isEqualTo(50);
        assertThat(tally.latencyP99()).isEqualTo(100);
        assertThat(answers.unanswered(10)).extracting(SentSubmission::id).containsExactly("c");
    }

    @Test
    void givesTheRateOverTheTimeFromFirstSubmissionToLastResult() {
        answers.sent(submission("a", 0));
        answers.answered("a", result(ObservedResult.ADMITTED, 500 * MILLI));

        assertThat(answers.tally().duration()).isEqualTo(Duration.ofMillis(500));
        assertThat(answers.tally().rate()).isEqualTo(2.0);
    }

    @Test
    void keepsTheFirstOfTwoResultsAndNamesTheSubmission() {
        answers.sent(submission("a", 0));
        answers.answered("a", result(ObservedResult.ADMITTED, MILLI));
        answers.answered("a", result(ObservedResult.REJECTED, 2 * MILLI));

        assertThat(answers.doubled()).containsExactly("a");
        assertThat(answers.tally().doubled()).isEqualTo(1);
        assertThat(answers.tally().rejected()).isZero();
    }

    @Test
    void leavesResultsOfOtherSendersAlone() {
        answers.answered("someone-else", result(ObservedResult.ADMITTED, MILLI));

        assertThat(answers.tally().foreign()).isEqualTo(1);
        assertThat(answers.tally().answered()).isZero();
    }

    @Test
    void refusesTwoSubmissionsWithOneId() {
        answers.sent(submission("a", 0));

        assertThatThrownBy(() -> answers.sent(submission("a", 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a was sent before");
    }

    private static SentSubmission submission(String id, long nanos) {
        return new SentSubmission(
                id, "VALID", Expectation.ADMITTED, Optional.empty(), ByteSlice.EMPTY, nanos);
    }

    private static ObservedResult result(String status, long nanos) {
        return new ObservedResult(status, "", "", "", "", nanos);
    }
}
