package org.brisket.job.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.tracking.TrackedTransaction;

/** All that state and log say of one transaction, sorted out. */
final class TransactionFacts {
    /** A change of a ledger: the one with this number. */
    record Place(String ledger, long sequence) {
        static Place of(LedgerVerdict verdict) {
            return new Place(verdict.ledger(), verdict.position().sequence());
        }

        /** False for what was applied before ledgers counted their changes. */
        boolean isNumbered() {
            return sequence > 0;
        }
    }

    /** What a record of the log says of one ledger. */
    record Logged(String origin, LedgerVerdict verdict, boolean admissionPublished) {}

    final Txid txid;
    final Map<String, AuditRecord.Held> held = new HashMap<>();
    final List<AuditRecord.Voted> ballots = new ArrayList<>();
    final Map<Place, List<Logged>> admissions = new HashMap<>();
    final Map<Place, List<Logged>> rollbacks = new HashMap<>();
    Optional<TrackedTransaction> tracked = Optional.empty();

    TransactionFacts(Txid txid) {
        this.txid = txid;
    }

    void add(AuditRecord.Fact fact) {
        if (fact instanceof AuditRecord.Held application) {
            held.put(application.ledger(), application);
        } else if (fact instanceof AuditRecord.Tracked found) {
            tracked = Optional.of(found.transaction());
        } else if (fact instanceof AuditRecord.Voted voted) {
            ballots.add(voted);
        } else if (fact instanceof AuditRecord.Admitted admitted) {
            sort(admitted.verdicts(), admitted.origin(), true, admissions);
        } else if (fact instanceof AuditRecord.RolledBack undone) {
            sort(undone.verdicts(), undone.origin(), undone.admissionPublished(), rollbacks);
        }
    }

    private static void sort(
            List<LedgerVerdict> verdicts,
            String origin,
            boolean published,
            Map<Place, List<Logged>> places) {
        for (LedgerVerdict verdict : verdicts) {
            Place place = Place.of(verdict);
            if (place.isNumbered()) {
                places.computeIfAbsent(place, none -> new ArrayList<>())
                        .add(new Logged(origin, verdict, published));
            }
        }
    }

    /** The application, if the ledger holds that very one. */
    Optional<AuditRecord.Held> heldAt(Place place) {
        return Optional.ofNullable(held.get(place.ledger()))
                .filter(h -> h.application().position().sequence() == place.sequence());
    }

    /** What the tracker knows of a ledger. */
    Optional<LedgerVerdict> trackedIn(String ledger) {
        return tracked.stream()
                .flatMap(t -> t.ledgers().stream())
                .filter(verdict -> verdict.ledger().equals(ledger))
                .findFirst();
    }
}
