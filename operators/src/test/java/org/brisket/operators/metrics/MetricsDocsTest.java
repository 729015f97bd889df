package org.brisket.operators.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Keeps docs/metrics.md equal to the registry; -Dbrisket.docs=write rewrites its table. */
class MetricsDocsTest {
    private static final Path PAGE = Path.of("..", "docs", "metrics.md");
    private static final String BEGIN = "<!-- metrics: written by MetricsDocsTest -->\n";
    private static final String END = "<!-- end of metrics -->\n";

    @Test
    void listsEveryMetricAsTheRegistryHasIt() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(page).contains(BEGIN, END);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        if ("write".equals(System.getProperty("brisket.docs"))) {
            Files.writeString(PAGE, page.substring(0, begin) + table() + page.substring(end));
            return;
        }
        assertThat(page.substring(begin, end))
                .as("docs/metrics.md; renew it with -Dtest=MetricsDocsTest -Dbrisket.docs=write")
                .isEqualTo(table());
    }

    private static String table() {
        StringBuilder table =
                new StringBuilder("| `…_brisket_` | kind | unit | labels | step | meaning |\n");
        table.append("|---|---|---|---|---|---|\n");
        for (Metric metric : Metric.values()) {
            table.append(
                    "| `%s` | %s | %s | %s | %s | %s |\n"
                            .formatted(
                                    metric.exportedName().substring(Metric.PREFIX.length()),
                                    metric.kind().text(),
                                    unit(metric.text()),
                                    String.join(", ", metric.labels()),
                                    metric.steps(),
                                    metric.meaning()));
        }
        return table.toString();
    }

    private static String unit(String name) {
        for (String unit : new String[] {"Millis", "Micros", "Seconds", "Bytes"}) {
            if (name.endsWith(unit)) {
                return unit.toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }
}
