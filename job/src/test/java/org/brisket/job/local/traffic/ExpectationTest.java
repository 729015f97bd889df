package org.brisket.job.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.brisket.protocol.verdict.RejectionReason;
import org.junit.jupiter.api.Test;

final class ExpectationTest {
    private static final Expectation REJECTED =
            new Expectation(
                    false, Set.of(RejectionReason.INVALID_SCRIPT, RejectionReason.DUPLICATE_SPEND));
    private static final Expectation EITHER =
            new Expectation(true, Set.of(RejectionReason.INVALID_MERKLE_PATH));

    @Test
    void isMetByTheVerdictsThatItNamesOnly() {
        assertThat(Expectation.ADMITTED.isMetBy(result("admitted", ""))).isTrue();
        assertThat(Expectation.ADMITTED.isMetBy(result("rejected", "INVALID_SCRIPT"))).isFalse();
        assertThat(Expectation.ADMITTED.isMetBy(result("rolled-back", ""))).isFalse();
        assertThat(REJECTED.isMetBy(result("rejected", "DUPLICATE_SPEND"))).isTrue();
        assertThat(REJECTED.isMetBy(result("rejected", "UNKNOWN_TOPIC"))).isFalse();
        assertThat(REJECTED.isMetBy(result("admitted", ""))).isFalse();
        assertThat(EITHER.isMetBy(result("admitted", ""))).isTrue();
        assertThat(EITHER.isMetBy(result("rejected", "INVALID_MERKLE_PATH"))).isTrue();
    }

    @Test
    void readsAsText() {
        assertThat(Expectation.ADMITTED).hasToString("admitted");
        assertThat(REJECTED).hasToString("rejected for DUPLICATE_SPEND or INVALID_SCRIPT");
        assertThat(EITHER).hasToString("admitted or rejected for INVALID_MERKLE_PATH");
    }

    private static ObservedResult result(String status, String reason) {
        return new ObservedResult(status, reason, "", "", "", 0);
    }
}
