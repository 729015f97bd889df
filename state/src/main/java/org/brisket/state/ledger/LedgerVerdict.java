package org.brisket.state.ledger;

import java.util.Optional;
import org.brisket.protocol.verdict.Rejection;

/**
 * What one ledger says to a proposal. A yes carries the instructions, and whether the transaction
 * had been committed there before, and where the ledger stood after the transaction was applied; a
 * no carries the reason.
 */
public record LedgerVerdict(
        String ledger,
        Instructions instructions,
        boolean committedBefore,
        LedgerPosition position,
        Optional<Rejection> rejection) {

    /** Yes to a transaction that this proposal brings in. */
    static LedgerVerdict firstYes(String ledger, Application application) {
        return new LedgerVerdict(
                ledger,
                application.instructions(),
                false,
                application.position(),
                Optional.empty());
    }

    /** Yes to a transaction that is held already, with the instructions that it got then. */
    static LedgerVerdict yes(String ledger, Application held) {
        return new LedgerVerdict(
                ledger, held.instructions(), held.isDecided(), held.position(), Optional.empty());
    }

    static LedgerVerdict no(String ledger, Rejection rejection) {
        return new LedgerVerdict(
                ledger, Instructions.NONE, false, LedgerPosition.START, Optional.of(rejection));
    }

    public boolean isYes() {
        return rejection.isEmpty();
    }
}
