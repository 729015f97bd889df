package org.brisket.job.audit;

import java.util.function.Consumer;
import org.brisket.protocol.hash.Txid;

/** Compares all that state and log say of one transaction. */
public final class TransactionAudit {
    private final TransactionFacts facts;
    private final AuditReport report;
    private final boolean withLog;

    /**
     * @param withLog false if there is no change log to compare
     */
    public TransactionAudit(Txid txid, boolean withLog, AuditReport report) {
        this.facts = new TransactionFacts(txid);
        this.withLog = withLog;
        this.report = report;
    }

    public void add(AuditRecord.Fact fact) {
        facts.add(fact);
    }

    /** Reports what does not fit, and hands over the changes of ledgers to be replayed. */
    public void finish(Consumer<ReplayEntry> entries) {
        new StateAgreement(facts, report).check();
        if (withLog) {
            new LogAgreement(facts, report, entries).check();
        }
    }
}
