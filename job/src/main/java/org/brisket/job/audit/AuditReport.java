package org.brisket.job.audit;

/** Who hears what an audit finds. */
public interface AuditReport {
    void found(Finding finding);

    void count(Counter counter, long more);

    default void count(Counter counter) {
        count(counter, 1);
    }
}
