package org.brisket.state.coordination;

/**
 * When a decision was written: in which timeline, by which run, and before which checkpoint. Its
 * text is {@code timeline run checkpoint}, with blanks between.
 *
 * @param timeline its name, see {@link Timelines}
 * @param run the name of what followed one restore, see {@link #run}
 * @param checkpoint the earliest checkpoint of the run that can hold the decision
 */
public record Written(String timeline, String run, long checkpoint) {
    private static final int PARTS = 3;

    /** The name of what follows a restore; a start with empty state restores checkpoint 0. */
    public static String run(String submission, long restored) {
        return submission + '@' + restored;
    }

    public String text() {
        return timeline + ' ' + run + ' ' + checkpoint;
    }

    /**
     * @throws IllegalArgumentException if this is not such a text
     */
    public static Written parse(String text) {
        String[] parts = text.split(" ", -1);
        try {
            if (parts.length == PARTS) {
                return new Written(parts[0], parts[1], Long.parseLong(parts[2]));
            }
        } catch (NumberFormatException e) {
            throw malformed(text, e);
        }
        throw malformed(text, null);
    }

    private static IllegalArgumentException malformed(String text, NumberFormatException cause) {
        return new IllegalArgumentException(
                "found '" + text + "', expected 'timeline run checkpoint'", cause);
    }
}
