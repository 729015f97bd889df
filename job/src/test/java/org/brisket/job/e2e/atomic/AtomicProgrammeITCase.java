package org.brisket.job.e2e.atomic;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The large run at the size that the system property {@code atomic.count} says; small, and with one
 * failure instead of three, if it says nothing. {@code bench/run atomic} runs it.
 */
class AtomicProgrammeITCase {
    private static final int SMALL = 1_000;
    private static final int LARGE = 10_000;
    private static final long SEED = 50_000;

    @TempDir Path directory;

    @Test
    void everyLedgerIsAsTheOracleSaysAlthoughTheJobFails() throws Exception {
        int count = Integer.getInteger("atomic.count", SMALL);
        long seed = Long.getLong("atomic.seed", SEED);
        AtomicPlan plan = new AtomicPlan(seed, count);
        new AtomicProgramme(plan, count < LARGE ? 1 : 3, System.out).run(seed, directory);
    }
}
