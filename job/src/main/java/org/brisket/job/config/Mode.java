package org.brisket.job.config;

/** What a submission is about. */
public enum Mode {
    /** A transaction that is to be broadcast. */
    CURRENT,
    /** A transaction of the past: it is kept, but not broadcast. */
    HISTORICAL
}
