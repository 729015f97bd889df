package org.brisket.operators.decision;

import java.io.Serializable;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * What all steps of one submitted job know about its place in history.
 *
 * @param submission a name that no other submission has
 * @param rewind the timeline to open where the restored state lags behind its decisions; empty if
 *     that is a mistake
 */
public record Lineage(String submission, String rewind) implements Serializable {
    /** Of the name of a timeline. */
    public static final String EXPECTED_NAME = "1 to 64 letters, digits, dots, '_' or '-'";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.][A-Za-z0-9_.-]{0,63}");

    /** Of a job that is about to be submitted, and goes on where its state ends. */
    public static Lineage going() {
        return new Lineage(newName(), "");
    }

    /** As {@link #going}, opening a timeline of that name if the state is not in it. */
    public static Lineage rewinding(String timeline) {
        return new Lineage(newName(), timeline);
    }

    /** As {@link #going}, with empty state on purpose: whatever was decided before is given up. */
    public static Lineage afresh() {
        String name = newName();
        return new Lineage(name, name);
    }

    private static String newName() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    /** Whether a timeline may have that name. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
