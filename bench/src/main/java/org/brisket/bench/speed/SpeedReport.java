package org.brisket.bench.speed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * One run of every part of the work and of its floor, side by side in many short rounds, so that
 * both see the same machine. The first round warms up and does not count.
 */
public final class SpeedReport {
    private static final long ORDER_SEED = 1;

    private record Pair(WorkloadClass workload, Comparison comparison) {}

    private record Round(Measured subject, Measured floor) {
        double share() {
            return subject.operationsPerCpuSecond() / floor.operationsPerCpuSecond();
        }
    }

    private final int rounds;
    private final int millis;
    private final List<WorkloadClass> classes;
    private final List<Comparison> comparisons;
    private final Map<Pair, List<Round>> measured = new HashMap<>();

    private SpeedReport(int rounds, int millis, List<String> names) {
        this.rounds = rounds;
        this.millis = millis;
        this.classes = named(names, WorkloadClass.values());
        this.comparisons = named(names, Comparison.values());
    }

    /** Those whose names are among the given ones; all of a kind if none of it is. */
    private static <T extends Enum<T>> List<T> named(List<String> names, T[] all) {
        List<T> chosen = Arrays.stream(all).filter(one -> names.contains(one.name())).toList();
        return chosen.isEmpty() ? List.of(all) : chosen;
    }

    /**
     * Arguments, all optional: rounds that count, milliseconds for each measurement, then names of
     * workload classes and comparisons to leave out the others.
     */
    public static void main(String[] arguments) throws RunnerException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        int millis = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 400;
        List<String> names =
                Arrays.stream(arguments).skip(2).map(a -> a.toUpperCase(Locale.ROOT)).toList();
        SpeedReport report = new SpeedReport(rounds, millis, names);
        report.run();
        report.print();
    }

    private void run() throws RunnerException {
        List<Pair> pairs = new ArrayList<>();
        for (WorkloadClass workload : classes) {
            for (Comparison comparison : comparisons) {
                pairs.add(new Pair(workload, comparison));
            }
        }
        Random random = new Random(ORDER_SEED);
        for (int round = 0; round <= rounds; round++) {
            System.err.printf("round %d of %d%n", round, rounds);
            Collections.shuffle(pairs, random);
            for (Pair pair : pairs) {
                Round result = compare(pair);
                if (round > 0) {
                    measured.computeIfAbsent(pair, p -> new ArrayList<>()).add(result);
                }
            }
        }
    }

    private Round compare(Pair pair) throws RunnerException {
        Map<String, Measured> byName = new HashMap<>();
        var options =
                new OptionsBuilder()
                        .include("ProtocolBenchmark\\." + pair.comparison().subject() + "$")
                        .include("FloorBenchmark\\." + pair.comparison().floor() + "$")
                        .param("workload", pair.workload().name())
                        .forks(0)
                        .warmupIterations(1)
                        .warmupTime(TimeValue.milliseconds(millis))
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(millis))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build();
        for (RunResult result : new Runner(options).run()) {
            byName.put(result.getPrimaryResult().getLabel(), Measured.of(result));
        }
        return new Round(
                byName.get(pair.comparison().subject()), byName.get(pair.comparison().floor()));
    }

    private void print() {
        System.out.printf(
                "| class | part | bytes | per CPU-s | MB/s | floor | floor per CPU-s"
                        + " | share of floor (min..max) | bytes allocated | x size | x unmined |%n"
                        + "|---|---|--:|--:|--:|---|--:|--:|--:|--:|--:|%n");
        for (WorkloadClass workload : classes) {
            List<Specimen> specimens = SpecimenForge.forge(workload, Specimens.COUNT);
            for (Comparison comparison : comparisons) {
                print(new Pair(workload, comparison), specimens);
            }
        }
    }

    private void print(Pair pair, List<Specimen> specimens) {
        List<Round> all = measured.get(pair);
        double size = specimens.stream().mapToInt(pair.comparison()::size).average().orElseThrow();
        double unmined =
                specimens.stream().mapToInt(Specimen::unminedBytes).average().orElseThrow();
        double rate = median(all.stream().map(r -> r.subject().operationsPerCpuSecond()).toList());
        double floor = median(all.stream().map(r -> r.floor().operationsPerCpuSecond()).toList());
        double allocated = median(all.stream().map(r -> r.subject().bytesPerOperation()).toList());
        List<Double> shares = all.stream().map(Round::share).sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.0f | %,.0f | %,.0f | %s | %,.0f | %.2f (%.2f..%.2f)"
                        + " | %,.0f | %.1f | %.1f |%n",
                pair.workload(),
                pair.comparison().subject(),
                size,
                rate,
                rate * size / 1e6,
                pair.comparison().floorInWords(),
                floor,
                median(shares),
                shares.get(0),
                shares.get(shares.size() - 1),
                allocated,
                allocated / size,
                allocated / unmined);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
