package org.brisket.job.audit.log;

import java.io.Serializable;

/** A part of the change log that is read from its beginning to its end. */
public interface LogPart extends Serializable {
    LogTopic topic();

    /**
     * Hands over every value with where it lies.
     *
     * @throws org.brisket.job.failure.ExplainedFailure if the part cannot be read
     */
    void read(LineReader reader);

    /** Takes the values. */
    interface LineReader {
        void take(String origin, byte[] value);
    }
}
