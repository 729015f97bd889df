package org.brisket.job.rejections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.brisket.job.failure.ExplainedFailure;
import org.brisket.job.rejections.ReplayPlan.Choice;
import org.junit.jupiter.api.Test;

class ReplayPlanTest {
    private final ReplayHistory history = new ReplayHistory();

    @Test
    void sendsTheNewestLetterOfASubmissionOnly() {
        RejectedSubmission first = Letters.letter(1, "X", "i");
        RejectedSubmission second = replayed(2, 1, 1);
        history.add(first);
        history.add(second);
        ReplayPlan plan = plan(10, false);

        assertThat(plan.choose(first)).isEqualTo(Choice.SUPERSEDED);
        assertThat(plan.choose(second)).isEqualTo(Choice.SEND);
    }

    @Test
    void quarantinesAfterThreeReplaysUnlessForced() {
        RejectedSubmission twice = replayed(3, 2, 2);
        RejectedSubmission thrice = replayed(4, 3, 3);

        assertThat(plan(10, false).choose(twice)).isEqualTo(Choice.SEND);
        assertThat(plan(10, false).choose(thrice)).isEqualTo(Choice.QUARANTINED);
        assertThat(plan(10, true).choose(thrice)).isEqualTo(Choice.SEND);
    }

    @Test
    void stopsAtTheLimitAndCounts() {
        ReplayPlan plan = plan(1, false);

        assertThat(plan.choose(Letters.letter(1, "X", "i"))).isEqualTo(Choice.SEND);
        assertThat(plan.choose(Letters.letter(2, "X", "j"))).isEqualTo(Choice.OVER_LIMIT);
        assertThat(plan.choose(Letters.letter(3, "OTHER", "k"))).isEqualTo(Choice.OTHER);
        assertThat(plan.choose(Letters.letter(4, 0, "k", "v"))).isEqualTo(Choice.FOREIGN);
        assertThat(plan.count(Choice.SEND)).isEqualTo(1);
        assertThat(plan.count(Choice.QUARANTINED)).isZero();
    }

    @Test
    void refusesMoreHistoryThanMemoryIsMeantFor() {
        ReplayHistory small = new ReplayHistory(1);
        small.add(replayed(2, 1, 1));

        assertThatThrownBy(() -> small.add(replayed(3, 2, 2)))
                .isInstanceOf(ExplainedFailure.class)
                .hasMessageContaining("--since");
    }

    @Test
    void countsByReasonTheMostFrequentFirst() {
        RejectionCounts counts = new RejectionCounts();
        counts.add(Letters.letter(1, "A", "i"));
        counts.add(Letters.letter(2, "B", "i"));
        counts.add(replayed(3, "B"));

        assertThat(counts.total()).isEqualTo(3);
        assertThat(counts.lines())
                .extracting(RejectionCounts.Line::reason, RejectionCounts.Line::count)
                .containsExactly(tuple("B", 2L), tuple("A", 1L));
        assertThat(counts.lines().get(0).replays()).isEqualTo(1);
    }

    @Test
    void countsUnboundedReasonsTogether() {
        RejectionCounts counts = new RejectionCounts();
        for (int i = 0; i < 300; i++) {
            counts.add(Letters.letter(i, "R" + i, "i"));
        }

        assertThat(counts.lines()).hasSize(201);
        assertThat(counts.lines().get(0).count()).isEqualTo(100);
    }

    @Test
    void spreadsWhatItLetsPassEvenly() {
        long[] now = {0};
        List<Long> pauses = new ArrayList<>();
        Pace pace =
                new Pace(
                        10,
                        () -> now[0],
                        nanos -> {
                            pauses.add(nanos);
                            now[0] += nanos;
                        });

        pace.await();
        pace.await();
        now[0] += 30_000_000;
        pace.await();

        assertThat(pauses).containsExactly(100_000_000L, 70_000_000L);
    }

    private ReplayPlan plan(long limit, boolean force) {
        return new ReplayPlan(one -> one.reason().equals("X"), history, limit, force);
    }

    private static RejectedSubmission replayed(long offset, long of, int attempt) {
        return Letters.letter(
                offset,
                "X",
                "i",
                "brisket-replay-of",
                "beef-rejections-1-" + of,
                "brisket-replay-attempt",
                String.valueOf(attempt));
    }

    private static RejectedSubmission replayed(long offset, String reason) {
        return Letters.letter(offset, reason, "i", "brisket-replay-attempt", "1");
    }
}
