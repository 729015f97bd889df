package org.brisket.job.local.summary;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One promise held against what happened: its name ({@code G1}, or a word), whether it was kept,
 * and the figures.
 */
public record Check(String name, boolean ok, String text) {
    private static final int EXAMPLES = 3;

    /** The check as a line of the summary. */
    public String line() {
        return "  %-6s  %-12s %s".formatted(ok ? "ok" : "FAILED", name, text);
    }

    static String text(String template, Object... values) {
        return String.format(Locale.ROOT, template, values);
    }

    /** The first few of some findings, in parentheses; nothing if there are none. */
    static String examples(List<String> findings) {
        if (findings.isEmpty()) {
            return "";
        }
        String more = findings.size() > EXAMPLES ? "; …" : "";
        return findings.stream()
                .limit(EXAMPLES)
                .collect(Collectors.joining("; ", " (", more + ")"));
    }
}
