package org.brisket.state.ledger;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.verdict.Rejection;

/**
 * What one ledger says to a proposal. A yes carries the instructions, the coins that the
 * transaction spent there in the order of its inputs (empty if they are not known any more),
 * whether it had been committed there before, and where the ledger stood after it was applied; a no
 * carries the reason.
 */
public record LedgerVerdict(
        String ledger,
        Instructions instructions,
        List<Outpoint> spentCoins,
        boolean committedBefore,
        LedgerPosition position,
        Optional<Rejection> rejection) {

    public LedgerVerdict {
        spentCoins = List.copyOf(spentCoins);
    }

    /** Yes to a transaction that this proposal brings in. */
    static LedgerVerdict firstYes(String ledger, Application application) {
        return new LedgerVerdict(
                ledger,
                application.instructions(),
                application.spentCoins(),
                false,
                application.position(),
                Optional.empty());
    }

    /** Yes to a transaction that is held already, with the instructions that it got then. */
    static LedgerVerdict yes(String ledger, Application held) {
        return new LedgerVerdict(
                ledger,
                held.instructions(),
                held.isFinal() ? List.of() : held.spentCoins(),
                held.isDecided(),
                held.position(),
                Optional.empty());
    }

    static LedgerVerdict no(String ledger, Rejection rejection) {
        return new LedgerVerdict(
                ledger,
                Instructions.NONE,
                List.of(),
                false,
                LedgerPosition.START,
                Optional.of(rejection));
    }

    /** False if coins were spent and it is not known any more which. */
    public boolean knowsSpentCoins() {
        int inputs = instructions.coinsToRetain().size() + instructions.coinsRemoved().size();
        return spentCoins.size() == inputs;
    }

    /** Those that say yes, in the same order. */
    public static List<LedgerVerdict> yesAmong(List<LedgerVerdict> verdicts) {
        return verdicts.stream().filter(LedgerVerdict::isYes).toList();
    }

    public boolean isYes() {
        return rejection.isEmpty();
    }
}
