package org.brisket.job.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.brisket.job.audit.AuditResult;
import org.brisket.job.audit.Counter;
import org.brisket.job.audit.flink.AuditRun;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Savepoints that earlier builds wrote are read by this one as what they were. */
class KeptSavepointITCase {
    @ParameterizedTest
    @ValueSource(strings = "v1")
    void holdsWhatItHeld(String version) throws Exception {
        KeptSavepoint kept = KeptSavepoint.ofResource(version);
        String savepoint = kept.savepoint().toUri().toString();

        assertThat(new SavepointContents(savepoint).ledgers()).isEqualTo(kept.readLedgers());
        AuditResult audit = new AuditRun(savepoint, List.of(), 10).run(progress -> {});
        assertThat(audit.first()).isEmpty();
        assertThat(audit.counts().get(Counter.UNDER_WAY)).isPositive();
    }
}
