package org.brisket.operators.intake;

import java.io.Serializable;

/** Limits and defaults for submissions; the words are those of the headers. */
public record IntakeSettings(
        int maxRecordBytes,
        int maxTransactions,
        int maxBumps,
        int maxTopics,
        boolean allOrNothingByDefault,
        boolean historicalByDefault)
        implements Serializable {}
