package org.brisket.state;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.ledger.Instructions;
import org.brisket.state.ledger.LedgerVerdict;

/** What ledgers say, by the letter of the topic. */
public final class ExampleVerdicts {
    private ExampleVerdicts() {}

    public static String ledger(String letter) {
        return "TOPIC:tm_" + letter;
    }

    /** Yes to a transaction that is new to the ledger. */
    public static LedgerVerdict yes(String letter) {
        return new LedgerVerdict(ledger(letter), admitFirst(), false, Optional.empty());
    }

    /** Yes to a transaction that the ledger committed before. */
    public static LedgerVerdict repeated(String letter) {
        return new LedgerVerdict(ledger(letter), admitFirst(), true, Optional.empty());
    }

    public static LedgerVerdict no(String letter) {
        Rejection rejection =
                new Rejection(RejectionReason.COIN_ALREADY_SPENT, "spent in " + letter);
        return new LedgerVerdict(ledger(letter), Instructions.NONE, false, Optional.of(rejection));
    }

    private static Instructions admitFirst() {
        return new Instructions(List.of(0), List.of(), List.of());
    }
}
