package org.brisket.bench.e2e;

import java.util.List;
import java.util.Locale;

/** The report as Markdown. */
record Table(Options options, double verification, List<Row> rows) {
    private static final String HEAD =
            """
            | job | parallelism | tx/s | per CPU-s of the job | of the broker | of the network \
            | share of the slower floor, tx/s | per CPU-s | half load tx/s | p50 s | p99 s |
            |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
            """;

    String toMarkdown() {
        StringBuilder text = new StringBuilder();
        text.append(
                "%,d transactions at full load, checkpoints every %d ms%n%n"
                        .formatted(options.count(), Measurement.CHECKPOINT_INTERVAL.toMillis()));
        text.append(HEAD);
        text.append(
                String.format(
                        Locale.ROOT,
                        "| verification alone | 1 thread | %,.0f | %,.0f | | | | | | | |%n",
                        verification,
                        verification));
        rows.forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private String line(Row row) {
        boolean floor = isFloor(row);
        return String.format(
                Locale.ROOT,
                "| %s | %d | %,.0f | %,.0f | %,.0f | %s | %s | %s | %s |%n",
                row.job(),
                row.parallelism(),
                row.rates().perSecond(),
                row.rates().ofJob(),
                row.rates().ofBroker(),
                floor ? "" : String.format(Locale.ROOT, "%,.0f", row.rates().ofNetwork()),
                floor ? "" : percent(row.rates().perSecond(), slowerFloor(row.parallelism())),
                floor
                        ? ""
                        : percent(row.rates().ofJob(), slowerFloorPerCpuSecond(row.parallelism())),
                row.latency()
                        .map(
                                latency ->
                                        String.format(
                                                Locale.ROOT,
                                                "%,.0f | %.2f | %.2f",
                                                latency.perSecond(),
                                                latency.p50(),
                                                latency.p99()))
                        .orElse(" | | "));
    }

    private static boolean isFloor(Row row) {
        return row.job().equals("pass-through");
    }

    /** Verification on as many threads would be so many times as fast, at best. */
    private double slowerFloor(int parallelism) {
        return Math.min(verification * parallelism, passThrough(parallelism).perSecond());
    }

    private double slowerFloorPerCpuSecond(int parallelism) {
        return Math.min(verification, passThrough(parallelism).ofJob());
    }

    private Rates passThrough(int parallelism) {
        return rows.stream()
                .filter(row -> isFloor(row) && row.parallelism() == parallelism)
                .map(Row::rates)
                .findFirst()
                .orElse(Rates.UNKNOWN);
    }

    private static String percent(double part, double whole) {
        return Double.isNaN(whole) ? "" : String.format(Locale.ROOT, "%.0f %%", 100 * part / whole);
    }
}
