package org.brisket.bench.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.brisket.simulator.workload.PlannedSubmission;
import org.brisket.simulator.workload.Workload;

/**
 * Transactions per second from the broker through the job to the network and back, beside what a
 * job that only copies gives and what verification alone takes. Each part is a process of its own;
 * this one is the client. Ends with an error if a submission is not admitted or the network lacks a
 * transaction.
 */
public final class EndToEndReport {
    private static final long SEED = 7;

    private EndToEndReport() {}

    /** Arguments: a folder, then optionally the number of submissions and the parallelisms. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        delete(folder);
        Files.createDirectories(folder);
        Options options = Options.of(Stream.of(arguments).skip(1).toArray(String[]::new));
        boolean floors = !Profiler.isWanted();
        double verification = floors ? VerificationFloor.measure(folder) : Double.NaN;
        System.err.printf("signing %d payments%n", options.total());
        Workload workload = SimpleClass.workload(SEED, options.total());
        List<PlannedSubmission> signed = SimpleClass.sign(workload);
        List<Row> rows = new ArrayList<>();
        try (World world = World.start(folder, SEED, options.total())) {
            Measurement measurement = new Measurement(world, signed);
            Slice slice = options.firstSlice();
            for (int parallelism : options.parallelisms()) {
                if (floors) {
                    rows.add(measurement.passThrough(parallelism, slice.withoutPaced()));
                }
                rows.add(measurement.brisket(parallelism, slice));
                slice = slice.next();
            }
        }
        System.out.print(new Table(options, verification, rows).toMarkdown());
        // Clients of a stopped broker would linger.
        System.exit(0);
    }

    private static void delete(Path folder) throws Exception {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
