package org.brisket.job.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.brisket.job.audit.log.LogTopic;
import org.junit.jupiter.api.Test;

class VerifierTest {
    private static final long GRACE = 1_000;

    private final VerifierCounts counts = new VerifierCounts();
    private final Verifier verifier = new Verifier(true, counts);
    private final Log log = new Log("TOPIC:tm_any");

    @Test
    void findsNothingInACleanLogOfAnyOrder() {
        List<byte[]> admissions = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            admissions.add(log.admit(i));
        }
        for (int i = 99; i >= 0; i--) {
            admitted(admissions.get(i));
        }
        settleAfterGrace();

        assertClean();
        assertThat(counts.comparedDigests.get()).isEqualTo(100);
        assertThat(counts.openGaps.get()).isZero();
    }

    @Test
    void waitsForALateChangeAndThenCallsItAGap() {
        admitted(log.admit(1));
        byte[] late = log.admit(2);
        admitted(log.admit(3));
        verifier.settle(GRACE - 1, GRACE);

        assertThat(counts.sequenceGaps.get()).isZero();
        assertThat(counts.openGaps.get()).isEqualTo(1);

        verifier.settle(GRACE, GRACE);
        assertThat(counts.sequenceGaps.get()).isEqualTo(1);
        admitted(log.admit(4));
        settleAfterGrace();
        assertThat(counts.sequenceGaps.get()).isEqualTo(1);
        assertThat(counts.digestMismatches.get()).isZero();
        admitted(late);
        assertThat(counts.repeatedChanges.get()).isEqualTo(1);
    }

    @Test
    void isContentWhenTheLateChangeComes() {
        admitted(log.admit(1));
        byte[] late = log.admit(2);
        admitted(log.admit(3));
        verifier.settle(GRACE / 2, GRACE);
        admitted(late);
        settleAfterGrace();

        assertClean();
        assertThat(counts.comparedDigests.get()).isEqualTo(3);
    }

    @Test
    void findsADigestThatDoesNotAddUp() {
        admitted(log.admit(1));
        admitted(log.admitWithWrongDigest(2));

        assertThat(counts.digestMismatches.get()).isEqualTo(1);
    }

    @Test
    void countsWhatComesTwice() {
        byte[] first = log.admit(1);
        admitted(first);
        admitted(first);
        verifier.result(Log.result(1));
        verifier.result(Log.result(2));
        verifier.result(Log.result(1));
        verifier.result(new byte[] {'x'});

        assertThat(counts.repeatedChanges.get()).isEqualTo(1);
        assertThat(counts.duplicateResults.get()).isEqualTo(1);
        assertThat(counts.unreadableRecords.get()).isEqualTo(1);
    }

    @Test
    void explainsNumbersByRollbacks() {
        admitted(log.admit(1));
        admitted(log.admit(2));
        admitted(log.admit(3));
        rolledBack(log.rollBack(2));
        rolledBack(log.rollBack(3));
        admitted(log.admit(4));
        settleAfterGrace();

        assertClean();
    }

    @Test
    void explainsARollbackWithoutAdmission() {
        admitted(log.admit(1));
        log.apply(2);
        admitted(log.admit(3));
        verifier.settle(0, GRACE);
        rolledBack(log.rollBack(2));
        admitted(log.admit(4));
        settleAfterGrace();

        assertClean();
    }

    @Test
    void explainsAnAbortThatLeavesNoRecord() {
        admitted(log.admit(1));
        log.apply(2);
        admitted(log.admit(3));
        admitted(log.admit(4));
        log.undo(2);
        admitted(log.admit(5));
        settleAfterGrace();

        assertClean();
    }

    @Test
    void doesNotWaitForMoreThanItMayRemember() {
        admitted(log.admit(1));
        log.admit(2);
        for (int i = 3; i < 3 + 2_049; i++) {
            admitted(log.admit(i));
        }

        assertThat(counts.sequenceGaps.get()).isEqualTo(1);
        assertThat(counts.openGaps.get()).isZero();
    }

    @Test
    void beginsAnywhereInALogThatHasLostItsBeginning() {
        Verifier later = new Verifier(false, counts);
        log.admit(1);
        later.change(LogTopic.ADMISSIONS, "a", log.admit(2), 0);
        later.change(LogTopic.ADMISSIONS, "b", log.admit(3), 0);
        later.settle(2 * GRACE, GRACE);

        assertClean();
        assertThat(counts.comparedDigests.get()).isEqualTo(1);
    }

    @Test
    void forgetsTheOldestResultOnly() {
        RecentSources recent = new RecentSources(2);

        assertThat(recent.add("a")).isTrue();
        assertThat(recent.add("b")).isTrue();
        assertThat(recent.add("a")).isFalse();
        assertThat(recent.add("c")).isTrue();
        assertThat(recent.add("b")).isFalse();
        assertThat(recent.add("a")).isTrue();
    }

    @Test
    void writesTheFormatOfPrometheus() {
        counts.sequenceGaps.set(3);
        counts.lastRecordMillis.set(1_000);

        assertThat(PrometheusText.of(counts, 3_500).lines())
                .contains(
                        "# TYPE brisket_verifier_sequence_gaps_total counter",
                        "brisket_verifier_sequence_gaps_total 3",
                        "brisket_verifier_last_record_age_seconds 2.500",
                        "brisket_verifier_last_poll_age_seconds NaN");
    }

    private void admitted(byte[] value) {
        verifier.change(LogTopic.ADMISSIONS, "here", value, 0);
    }

    private void rolledBack(byte[] value) {
        verifier.change(LogTopic.ROLLBACKS, "here", value, 0);
    }

    private void settleAfterGrace() {
        verifier.settle(2 * GRACE, GRACE);
    }

    private void assertClean() {
        assertThat(counts.sequenceGaps.get()).as("gaps").isZero();
        assertThat(counts.digestMismatches.get()).as("mismatches").isZero();
        assertThat(counts.repeatedChanges.get()).as("repeated").isZero();
        assertThat(counts.unreadableRecords.get()).as("unreadable").isZero();
    }
}
