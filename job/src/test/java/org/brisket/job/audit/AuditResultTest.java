package org.brisket.job.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditResultTest {
    private static Finding finding(Check check, String ledger, long sequence) {
        return new Finding(check, ledger, sequence, "s", "e", "f");
    }

    @Test
    void keepsTheFirstFindingsAndCountsThemAll() {
        Finding state = finding(Check.DOUBLE_SPEND, "TOPIC:tm_b", 9);
        Finding early = finding(Check.FINAL_DIGEST, "TOPIC:tm_a", 1);
        Finding late = finding(Check.ADMISSION_MISSING, "TOPIC:tm_a", 2);
        AuditResult.Collector collector = new AuditResult.Collector(2);
        List.of(late, early, state, late).forEach(collector::add);

        AuditResult result = collector.result(Map.of(Counter.COINS, 3L));
        assertThat(result.first()).containsExactly(state, early);
        assertThat(result.findings()).isEqualTo(4);
        assertThat(result.isClean()).isFalse();
    }

    @Test
    void isCleanWithoutFindings() {
        assertThat(new AuditResult.Collector(1).result(Map.of(Counter.COINS, 0L)).isClean())
                .isTrue();
    }
}
