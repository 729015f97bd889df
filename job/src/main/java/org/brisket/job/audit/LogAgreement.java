package org.brisket.job.audit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.brisket.job.audit.ReplayEntry.Kind;
import org.brisket.job.audit.TransactionFacts.Logged;
import org.brisket.job.audit.TransactionFacts.Place;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.ledger.Application;
import org.brisket.state.ledger.Application.Status;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.tracking.Phase;
import org.brisket.state.tracking.TrackedTransaction;

/**
 * What must hold between the change log and the state of one transaction. The tracker writes the
 * log, so its state says what the log held at the savepoint: the admission of each change that it
 * tracks, once published; a rollback of that change, if it was rolled back; both for every earlier
 * change that it replaced. What the log says of later changes came after the savepoint.
 */
final class LogAgreement {
    private final Txid txid;
    private final TransactionFacts facts;
    private final AuditReport report;
    private final Consumer<ReplayEntry> entries;

    LogAgreement(TransactionFacts facts, AuditReport report, Consumer<ReplayEntry> entries) {
        this.txid = facts.txid;
        this.facts = facts;
        this.report = report;
        this.entries = entries;
    }

    void check() {
        facts.admissions.forEach((p, logged) -> checkOnce(Check.ADMISSION_DOUBLED, p, logged));
        facts.rollbacks.forEach((p, logged) -> checkOnce(Check.ROLLBACK_DOUBLED, p, logged));
        places().forEach(this::check);
    }

    private Set<Place> places() {
        Set<Place> places = new LinkedHashSet<>(facts.admissions.keySet());
        places.addAll(facts.rollbacks.keySet());
        facts.held.values().stream()
                .map(held -> new Place(held.ledger(), held.application().position().sequence()))
                .forEach(places::add);
        facts.tracked.stream()
                .flatMap(tracked -> tracked.ledgers().stream())
                .map(Place::of)
                .forEach(places::add);
        places.removeIf(place -> !place.isNumbered());
        return places;
    }

    private void check(Place place) {
        Optional<Logged> admission = first(facts.admissions.get(place));
        Optional<Logged> rollback = first(facts.rollbacks.get(place));
        Optional<AuditRecord.Held> held = facts.heldAt(place);
        long tracked =
                facts.trackedIn(place.ledger()).map(v -> v.position().sequence()).orElse(-1L);
        rollback.ifPresent(undone -> checkWords(place, admission, undone));
        if (held.isPresent()) {
            checkHeld(place, held.get().application(), admission, tracked == place.sequence());
        } else if (tracked == place.sequence()) {
            checkTracked(place, admission, rollback);
        } else if (tracked > place.sequence()) {
            checkReplaced(place, admission, rollback);
        } else if (tracked < 0) {
            checkUntracked(admission, rollback);
        } else if (admission.isPresent()) {
            report.count(Counter.AFTER_SAVEPOINT);
        }
    }

    private void checkHeld(
            Place place, Application held, Optional<Logged> admission, boolean tracked) {
        LedgerVerdict verdict = verdict(place, held);
        if (!tracked || !isPublished()) {
            admission.ifPresent(later -> report.count(Counter.AFTER_SAVEPOINT));
            entries.accept(ReplayEntry.of(Kind.STANDING, txid, verdict, true));
            return;
        }
        if (admission.isEmpty()) {
            missing(Check.ADMISSION_MISSING, place, "an admission record, as it was published");
            entries.accept(ReplayEntry.of(Kind.STANDING, txid, verdict, true));
            return;
        }
        report.count(Counter.COMPARED_ADMISSIONS);
        LedgerVerdict logged = admission.get().verdict();
        compare(place, verdict, logged, held.status() == Status.FINAL);
        entries.accept(ReplayEntry.of(Kind.STANDING, txid, logged, true));
    }

    /** The tracker knows this very change, and the ledger does not hold it any more. */
    private void checkTracked(Place place, Optional<Logged> admission, Optional<Logged> rollback) {
        boolean undone = facts.tracked.orElseThrow().phase() == Phase.ROLLED_BACK;
        if (undone && rollback.isEmpty()) {
            missing(Check.ROLLBACK_MISSING, place, "a rollback record, as it was rolled back");
        }
        if (isPublished() && admission.isEmpty() && !saysPublished(rollback)) {
            missing(Check.ADMISSION_MISSING, place, "an admission record, as it was published");
        }
        undone(admission, rollback);
    }

    /** The tracker has gone on to a later change of this ledger, so this one was rolled back. */
    private void checkReplaced(Place place, Optional<Logged> admission, Optional<Logged> rollback) {
        if (rollback.isEmpty()) {
            missing(Check.ROLLBACK_MISSING, place, "a rollback record, as it was applied again");
        }
        undone(admission, rollback);
    }

    /** Whether the log is wrong, or later than the savepoint, is for the ledger to say. */
    private void checkUntracked(Optional<Logged> admission, Optional<Logged> rollback) {
        if (rollback.isPresent()) {
            undone(admission, rollback);
        } else {
            admission.ifPresent(a -> enter(Kind.LOGGED_ONLY, a, true));
        }
    }

    private void undone(Optional<Logged> admission, Optional<Logged> rollback) {
        if (admission.isPresent()) {
            enter(Kind.UNDONE, admission.get(), true);
        } else {
            rollback.ifPresent(r -> enter(Kind.UNDONE, r, false));
        }
    }

    private void enter(Kind kind, Logged logged, boolean digested) {
        entries.accept(ReplayEntry.of(kind, txid, logged.verdict(), digested));
    }

    /** A rollback record says itself whether there is an admission to compensate. */
    private void checkWords(Place place, Optional<Logged> admission, Logged rollback) {
        if (rollback.admissionPublished() && admission.isEmpty()) {
            missing(Check.ADMISSION_MISSING, place, "an admission record, as its rollback says");
        } else if (!rollback.admissionPublished() && admission.isPresent()) {
            found(
                    Check.ROLLBACK_DIFFERS,
                    place,
                    "admissionPublished true, as " + admission.get().origin() + " admits it",
                    "false in " + rollback.origin());
        }
    }

    private static boolean saysPublished(Optional<Logged> rollback) {
        return rollback.filter(Logged::admissionPublished).isPresent();
    }

    private boolean isPublished() {
        return facts.tracked.filter(TrackedTransaction::published).isPresent();
    }

    /** Of what is final a ledger knows no more which coins it spent. */
    private void compare(Place place, LedgerVerdict held, LedgerVerdict logged, boolean isFinal) {
        compare(place, "instructions", held.instructions(), logged.instructions());
        compare(place, "digest", held.position().digest(), logged.position().digest());
        if (!isFinal && logged.knowsSpentCoins()) {
            compare(place, "spent coins", held.spentCoins(), logged.spentCoins());
        }
    }

    private void compare(Place place, String what, Object held, Object logged) {
        if (!held.equals(logged)) {
            found(Check.ADMISSION_DIFFERS, place, what + " " + held, logged.toString());
        }
    }

    private void checkOnce(Check check, Place place, List<Logged> logged) {
        if (logged.size() > 1) {
            List<String> origins = logged.stream().map(Logged::origin).sorted().toList();
            found(check, place, "one record", logged.size() + ": " + origins);
        }
    }

    private static LedgerVerdict verdict(Place place, Application held) {
        return new LedgerVerdict(
                place.ledger(),
                held.instructions(),
                held.status() == Status.FINAL ? List.of() : held.spentCoins(),
                false,
                held.position(),
                Optional.empty());
    }

    private static Optional<Logged> first(List<Logged> logged) {
        return logged == null ? Optional.empty() : Optional.of(logged.get(0));
    }

    private void missing(Check check, Place place, String expected) {
        found(check, place, expected, "none");
    }

    private void found(Check check, Place place, String expected, String found) {
        String subject = txid.toString();
        report.found(
                new Finding(check, place.ledger(), place.sequence(), subject, expected, found));
    }
}
