package org.brisket.state;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.ledger.Instructions;
import org.brisket.state.ledger.LedgerPosition;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.ledger.LiveDigest;

/** What ledgers say, by the letter of the topic. */
public final class ExampleVerdicts {
    private static final LedgerPosition POSITION =
            new LedgerPosition(7, new LiveDigest(1, -2, 3, 0x0123456789abcdefL));

    private ExampleVerdicts() {}

    public static String ledger(String letter) {
        return "TOPIC:tm_" + letter;
    }

    /** Yes to a transaction that is new to the ledger. */
    public static LedgerVerdict yes(String letter) {
        return new LedgerVerdict(ledger(letter), admitFirst(), false, POSITION, Optional.empty());
    }

    /** Yes to a transaction that the ledger committed before. */
    public static LedgerVerdict repeated(String letter) {
        return new LedgerVerdict(ledger(letter), admitFirst(), true, POSITION, Optional.empty());
    }

    public static LedgerVerdict no(String letter) {
        Rejection rejection =
                new Rejection(RejectionReason.COIN_ALREADY_SPENT, "spent in " + letter);
        return new LedgerVerdict(
                ledger(letter),
                Instructions.NONE,
                false,
                LedgerPosition.START,
                Optional.of(rejection));
    }

    private static Instructions admitFirst() {
        return new Instructions(List.of(0), List.of(), List.of());
    }
}
