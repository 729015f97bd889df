package org.brisket.job.config;

/** What it takes for a submission to be admitted when it names several topics. */
public enum Atomicity {
    /** Every topic and basket must agree, or nothing happens. */
    ALL_OR_NOTHING,
    /** Each topic decides for itself (BRC-22). */
    INDEPENDENT
}
