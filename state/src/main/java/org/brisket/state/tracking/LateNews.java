package org.brisket.state.tracking;

/**
 * What the network said of a transaction after it was rolled back: our ledgers and the chain differ
 * until someone submits it again. The code is stored and never changes.
 */
public enum LateNews {
    NONE(0, ""),
    /** Endpoints hold it after all; it may be mined. */
    ACCEPTED_AFTER_ROLLBACK(1, "ACCEPTED_AFTER_ROLLBACK"),
    /** A block holds it, proven against the chain. */
    CONFLICT_ON_CHAIN(2, "CONFLICT_ON_CHAIN");

    private final int code;
    private final String text;

    LateNews(int code, String text) {
        this.code = code;
        this.text = text;
    }

    public int code() {
        return code;
    }

    /** The public word for it. */
    public String text() {
        return text;
    }

    public static LateNews of(int code) {
        for (LateNews news : values()) {
            if (news.code == code) {
                return news;
            }
        }
        throw new IllegalStateException("late news of unknown code " + code);
    }
}
