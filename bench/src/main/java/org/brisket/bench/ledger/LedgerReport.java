package org.brisket.bench.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Ledger steps per second beside their floors, on each backend, as a table. */
public final class LedgerReport {
    private LedgerReport() {}

    /**
     * Arguments, all optional: seconds of each measurement (0 leaves the speed out), how many
     * outputs the ledgers hold whose size is measured (0 leaves the size out), then names of
     * backends and shapes to leave out the others.
     */
    public static void main(String[] arguments) throws Exception {
        double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 5;
        int outputs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        List<String> names =
                Arrays.stream(arguments).skip(2).map(a -> a.toUpperCase(Locale.ROOT)).toList();
        if (seconds > 0) {
            speed(seconds, names);
        }
        if (outputs > 0) {
            System.out.println();
            SizeReport.print(outputs);
        }
    }

    private static void speed(double seconds, List<String> names) throws Exception {
        System.out.println(
                "| backend | transactions | accesses each | bare accesses per CPU-s of transactions"
                        + " | ledger | share (middle half) | operator | share"
                        + " | bytes allocated |\n|---|---|--:|--:|--:|--:|--:|--:|--:|");
        for (Backend backend : named(names, Backend.values())) {
            for (Shape shape : named(names, Shape.values())) {
                print(backend, shape, race(backend, shape, seconds));
            }
        }
    }

    /** Those whose names are among the given ones; all of a kind if none of it is. */
    private static <T extends Enum<T>> List<T> named(List<String> names, T[] all) {
        List<T> chosen = Arrays.stream(all).filter(one -> names.contains(one.name())).toList();
        return chosen.isEmpty() ? List.of(all) : chosen;
    }

    private static List<Race.Round> race(Backend backend, Shape shape, double seconds)
            throws Exception {
        Path folder = Files.createTempDirectory("brisket-ledger");
        try (Race race = new Race(shape, backend, folder)) {
            return race.run(seconds);
        } finally {
            Folders.delete(folder);
        }
    }

    private static void print(Backend backend, Shape shape, List<Race.Round> rounds) {
        List<Double> shares = sorted(rounds, r -> share(r, r.ledger()));
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.1f | %,.0f | %,.0f | %.2f (%.2f..%.2f) | %,.0f | %.2f | %,.0f |%n",
                backend,
                shape,
                median(rounds, r -> (double) r.accesses() / r.transactions()),
                median(rounds, r -> rate(r, r.floor())),
                median(rounds, r -> rate(r, r.ledger())),
                shares.get(shares.size() / 2),
                shares.get(shares.size() / 4),
                shares.get(shares.size() * 3 / 4),
                median(rounds, r -> rate(r, r.operator())),
                median(rounds, r -> share(r, r.operator())),
                median(rounds, r -> (double) r.ledger().bytes() / r.transactions()));
    }

    private static double rate(Race.Round round, Race.Cost cost) {
        return round.transactions() * 1e9 / cost.nanos();
    }

    private static double share(Race.Round round, Race.Cost cost) {
        return (double) round.floor().nanos() / cost.nanos();
    }

    private static List<Double> sorted(
            List<Race.Round> rounds, ToDoubleFunction<Race.Round> figure) {
        return rounds.stream().mapToDouble(figure).sorted().boxed().toList();
    }

    private static double median(List<Race.Round> rounds, ToDoubleFunction<Race.Round> figure) {
        List<Double> sorted = sorted(rounds, figure);
        return sorted.get(sorted.size() / 2);
    }
}
