package org.brisket.job.audit;

/** What was looked at, by how many; the text is what the report says. */
public enum Counter {
    LEDGERS("ledgers"),
    COINS("coins"),
    LIVE_COINS("live coins"),
    APPLICATIONS("applications"),
    AWAITED("transactions that proposals wait behind"),
    TRACKED("tracked transactions"),
    BALLOTS("open ballots"),
    /** Applied, and not known to the tracker yet: the decision is on its way. */
    UNDER_WAY("applications whose decision is under way"),

    ADMISSIONS("admission records"),
    ROLLBACKS("rollback records"),
    /** Of a transaction in a ledger; a record may hold several. */
    COMPARED_ADMISSIONS("admissions compared with the ledgers"),
    AFTER_SAVEPOINT("admissions after the savepoint"),
    COMPARED_DIGESTS("digests compared"),
    INCOMPARABLE_DIGESTS("digests not comparable");

    private final String text;

    Counter(String text) {
        this.text = text;
    }

    /** In public words. */
    public String text() {
        return text;
    }

    /** True if it counts what the change log holds. */
    public boolean ofLog() {
        return compareTo(ADMISSIONS) >= 0;
    }
}
