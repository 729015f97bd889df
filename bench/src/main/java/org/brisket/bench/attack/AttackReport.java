package org.brisket.bench.attack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.brisket.protocol.limit.Limits;

/** Runs the corpus and prints for each case its verdict and cost against the ceilings. */
public final class AttackReport {
    private static final int ROUNDS = 5;
    private static final double CEILING_MILLIS = 250;
    private static final int CEILING_MIB = 64;
    private static final double MIB = 1 << 20;

    private final AttackFiles files;
    private final Judge judge = new Judge(Limits.DEFAULT);
    private int wrong;
    private int costly;

    private AttackReport(Path directory) throws IOException {
        this.files = new AttackFiles(directory);
    }

    /** Arguments: a directory for the files, and if wanted a part of the names to run. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        AttackReport report = new AttackReport(Path.of(arguments[0]));
        String part = arguments.length > 1 ? arguments[1] : "";
        System.exit(report.run(part) ? 0 : 1);
    }

    private boolean run(String part) throws IOException, InterruptedException {
        System.out.printf(
                "%-36s %10s %-22s %-22s %12s %9s %9s %9s %-6s %s%n",
                "case",
                "bytes",
                "verdict",
                "expected",
                "cost",
                "cold ms",
                "warm ms",
                "alloc MB",
                "<64MB",
                "");
        for (int number : Corpus.numbers(part)) {
            weigh(AttackFile.forge(Corpus.cases().get(number), number));
        }
        files.finish();
        System.out.printf(
                "%d verdicts differ from the expected ones, %d cases are over a ceiling%n",
                wrong, costly);
        return wrong == 0 && costly == 0;
    }

    private void weigh(AttackFile file) throws IOException, InterruptedException {
        Weighing weighing = Weighing.of(judge, file, ROUNDS);
        files.write(file);
        boolean small =
                weighing.allocatedBytes() <= CEILING_MIB * MIB
                        || MemoryProbe.fits(files, file, CEILING_MIB);
        boolean quick = weighing.warmMillis() <= CEILING_MILLIS;
        boolean right = weighing.judgement().verdict().equals(file.attack().expectedVerdict());
        wrong += right ? 0 : 1;
        costly += small && quick ? 0 : 1;
        System.out.printf(
                Locale.ROOT,
                "%-36s %10d %-22s %-22s %12d %9.2f %9.2f %9.1f %-6s %s%s%s %s%n",
                file.attack().name(),
                file.bytes().length,
                weighing.judgement().verdict(),
                file.attack().expectedVerdict(),
                weighing.judgement().cost(),
                weighing.coldMillis(),
                weighing.warmMillis(),
                weighing.allocatedBytes() / MIB,
                small ? "yes" : "NO",
                right ? "" : "WRONG ",
                quick ? "" : "SLOW ",
                small ? "" : "LARGE ",
                right ? "" : weighing.judgement().detail());
    }
}
