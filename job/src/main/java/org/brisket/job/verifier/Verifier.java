package org.brisket.job.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.brisket.job.audit.AuditRecord;
import org.brisket.job.audit.ReplayEntry;
import org.brisket.job.audit.log.LogRecords;
import org.brisket.job.audit.log.LogTopic;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.ledger.LiveDigest;

/**
 * Checks the records of the public topics one by one. Memory is bounded: a number and a digest for
 * each of so many ledgers, what is early there, and the last results.
 */
public final class Verifier {
    private static final int MAX_LEDGERS = 1_000;
    private static final int RECENT_RESULTS = 1_000_000;

    private final VerifierCounts counts;
    private final boolean fromStart;
    private final LogRecords log = new LogRecords();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, LedgerWatch> ledgers = new HashMap<>();
    private final RecentSources sources = new RecentSources(RECENT_RESULTS);

    /**
     * @param fromStart whether the topics still hold their first records
     */
    public Verifier(boolean fromStart, VerifierCounts counts) {
        this.fromStart = fromStart;
        this.counts = counts;
    }

    /** Takes a record of the admissions or the rollbacks. */
    public void change(LogTopic topic, String origin, byte[] value, long nowMillis) {
        log.read(topic, origin, value == null ? new byte[0] : value)
                .ifPresent(record -> change(record, nowMillis));
    }

    private void change(AuditRecord record, long nowMillis) {
        if (record instanceof AuditRecord.Admitted admitted) {
            counts.admissions.incrementAndGet();
            admitted.verdicts().forEach(one -> admit(admitted.txid(), one, nowMillis));
        } else if (record instanceof AuditRecord.RolledBack undone) {
            counts.rollbacks.incrementAndGet();
            undone.verdicts().forEach(one -> undo(undone.txid(), one));
        } else {
            counts.unreadableRecords.incrementAndGet();
        }
    }

    /** Takes a record of the results. */
    public void result(byte[] value) {
        counts.results.incrementAndGet();
        JsonNode source = source(value);
        if (!source.isTextual()) {
            counts.unreadableRecords.incrementAndGet();
        } else if (!sources.add(source.asText())) {
            counts.duplicateResults.incrementAndGet();
        }
    }

    private JsonNode source(byte[] value) {
        try {
            return json.readTree(value == null ? new byte[0] : value).path("source");
        } catch (IOException foreign) {
            return json.missingNode();
        }
    }

    /** Looks at what waits; to be called every now and then. */
    public void settle(long nowMillis, long graceMillis) {
        ledgers.values().forEach(ledger -> ledger.settle(nowMillis, graceMillis));
        counts.openGaps.set(ledgers.values().stream().filter(LedgerWatch::hasGap).count());
    }

    private void admit(Txid txid, LedgerVerdict verdict, long nowMillis) {
        // What was applied before ledgers counted their changes has no place among them.
        if (verdict.position().sequence() > 0) {
            LedgerChange change =
                    new LedgerChange(
                            verdict.position().sequence(),
                            verdict.position().digest(),
                            ReplayEntry.change(txid, verdict),
                            nowMillis);
            watch(verdict.ledger()).ifPresent(ledger -> ledger.add(change));
        }
    }

    private void undo(Txid txid, LedgerVerdict verdict) {
        long sequence = verdict.position().sequence();
        Optional<LiveDigest> change = ReplayEntry.change(txid, verdict);
        if (sequence > 0 && change.isPresent()) {
            watch(verdict.ledger()).ifPresent(ledger -> ledger.undo(sequence, change.get()));
        }
    }

    private Optional<LedgerWatch> watch(String name) {
        LedgerWatch known = ledgers.get(name);
        if (known == null && ledgers.size() < MAX_LEDGERS) {
            known = new LedgerWatch(fromStart, counts);
            ledgers.put(name, known);
            counts.ledgers.set(ledgers.size());
        }
        if (known == null) {
            counts.unwatchedChanges.incrementAndGet();
        }
        return Optional.ofNullable(known);
    }
}
