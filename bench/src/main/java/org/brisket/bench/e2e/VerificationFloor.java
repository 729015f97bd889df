package org.brisket.bench.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.brisket.bench.speed.SpeedReport;

/** The protocol bench's row for verifying the simple class, measured in a process of its own. */
final class VerificationFloor {
    private static final List<String> FIVE_ROUNDS = List.of("5", "400", "SIMPLE", "VERIFY");
    private static final String ROW = "| SIMPLE | verify |";
    private static final int RATE_COLUMN = 4;

    private VerificationFloor() {}

    /** Verifications per CPU second of one thread, from bytes to verdict. */
    static double measure(Path folder) throws IOException {
        try (ChildJvm bench =
                ChildJvm.start(
                        "verification",
                        folder,
                        List.of("-Xmx1g", "-XX:+UseSerialGC"),
                        SpeedReport.class.getName(),
                        FIVE_ROUNDS)) {
            String row = ROW + bench.hear(ROW);
            return Double.parseDouble(row.split("\\|")[RATE_COLUMN].strip().replace(",", ""));
        }
    }
}
