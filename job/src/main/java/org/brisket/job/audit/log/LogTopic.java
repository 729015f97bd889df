package org.brisket.job.audit.log;

/** The two topics of the change log. */
public enum LogTopic {
    ADMISSIONS,
    ROLLBACKS
}
