package org.brisket.job.audit;

import java.util.Optional;
import org.brisket.job.audit.TransactionFacts.Place;
import org.brisket.state.ledger.Application;
import org.brisket.state.ledger.Application.Status;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.tracking.Phase;
import org.brisket.state.tracking.TrackedTransaction;

/**
 * What must hold between the ledgers, the tracker and the coordinator of one transaction. The
 * tracker is behind the ledgers by the decisions that are under way, and never ahead of them: its
 * orders are carried out before the savepoint is complete.
 */
final class StateAgreement {
    private final TransactionFacts facts;
    private final AuditReport report;

    StateAgreement(TransactionFacts facts, AuditReport report) {
        this.facts = facts;
        this.report = report;
    }

    void check() {
        facts.tracked.ifPresent(this::check);
        facts.ballots.forEach(this::check);
        facts.held.values().forEach(this::check);
    }

    private void check(TrackedTransaction tracked) {
        report.count(Counter.TRACKED);
        boolean undone = tracked.phase() == Phase.ROLLED_BACK;
        for (LedgerVerdict verdict : tracked.ledgers()) {
            Place place = Place.of(verdict);
            if (!place.isNumbered()) {
                continue;
            }
            Optional<Application> held = facts.heldAt(place).map(AuditRecord.Held::application);
            if (undone && held.isPresent()) {
                String found = held.get().status() + " in the ledger";
                found(Check.ROLLED_BACK_BUT_HELD, place, "undone", found);
            } else if (!undone && !wasUndone() && !held.map(this::isStanding).orElse(false)) {
                String expected = "committed, as it is " + tracked.phase().text();
                found(Check.TRACKED_NOT_HELD, place, expected, describe(place));
            }
        }
    }

    /** After a rollback a ledger may still have to object to a yes from before it. */
    private boolean wasUndone() {
        return facts.tracked.flatMap(TrackedTransaction::rolledBackFor).isPresent();
    }

    private boolean isStanding(Application application) {
        return application.isCommitted() || application.status() == Status.CONDEMNED;
    }

    private void check(AuditRecord.Voted ballot) {
        report.count(Counter.BALLOTS);
        if (ballot.objected() || wasUndone()) {
            return;
        }
        for (LedgerVerdict verdict : ballot.verdicts()) {
            Place place = Place.of(verdict);
            if (verdict.isYes() && place.isNumbered() && facts.heldAt(place).isEmpty()) {
                found(Check.VOTED_NOT_HELD, place, "applied, as it voted yes", describe(place));
            }
        }
    }

    private void check(AuditRecord.Held held) {
        if (facts.trackedIn(held.ledger()).isEmpty()) {
            report.count(Counter.UNDER_WAY);
        }
        if (held.application().status() == Status.CONDEMNED || isMined()) {
            // What it stands on was undone: it follows, or a block upholds it.
            return;
        }
        for (LostCoin lost : held.lost()) {
            Check check = lost.isSpentByAnother() ? Check.DOUBLE_SPEND : Check.SPENT_COIN_MISSING;
            report.found(
                    new Finding(
                            check,
                            held.ledger(),
                            held.application().position().sequence(),
                            lost.outpoint().toString(),
                            "spent by " + facts.txid,
                            lost.describe()));
        }
    }

    private boolean isMined() {
        return facts.tracked
                .map(TrackedTransaction::phase)
                .filter(phase -> phase == Phase.CONFIRMED || phase == Phase.FINAL)
                .isPresent();
    }

    private String describe(Place place) {
        return Optional.ofNullable(facts.held.get(place.ledger()))
                .map(AuditRecord.Held::application)
                .map(held -> held.status() + " as change " + held.position().sequence())
                .orElse("not held");
    }

    private void found(Check check, Place place, String expected, String found) {
        report.found(
                new Finding(
                        check,
                        place.ledger(),
                        place.sequence(),
                        facts.txid.toString(),
                        expected,
                        found));
    }
}
