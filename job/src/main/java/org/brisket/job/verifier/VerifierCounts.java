package org.brisket.job.verifier;

import java.util.concurrent.atomic.AtomicLong;

/** What the verifier has seen; written by one thread, read by many. */
public final class VerifierCounts {
    public final AtomicLong admissions = new AtomicLong();
    public final AtomicLong rollbacks = new AtomicLong();
    public final AtomicLong results = new AtomicLong();
    public final AtomicLong comparedDigests = new AtomicLong();
    public final AtomicLong sequenceGaps = new AtomicLong();
    public final AtomicLong digestMismatches = new AtomicLong();
    public final AtomicLong repeatedChanges = new AtomicLong();
    public final AtomicLong duplicateResults = new AtomicLong();
    public final AtomicLong unreadableRecords = new AtomicLong();
    public final AtomicLong unwatchedChanges = new AtomicLong();
    public final AtomicLong ledgers = new AtomicLong();
    public final AtomicLong openGaps = new AtomicLong();
    public final AtomicLong lag = new AtomicLong(-1);
    public final AtomicLong lastRecordMillis = new AtomicLong();
    public final AtomicLong lastPollMillis = new AtomicLong();
}
