package org.brisket.state;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
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

    private static final Txid SPENT_TXID = new Txid(5, 6, 7, 8);
    private static final List<Outpoint> SPENT =
            List.of(new Outpoint(SPENT_TXID, 9), new Outpoint(SPENT_TXID, 0xFFFFFFFEL));

    private ExampleVerdicts() {}

    public static String ledger(String letter) {
        return "TOPIC:tm_" + letter;
    }

    /** Yes to a transaction that is new to the ledger. */
    public static LedgerVerdict yes(String letter) {
        return new LedgerVerdict(
                ledger(letter), admitFirst(), List.of(), false, POSITION, Optional.empty());
    }

    /** Yes to a transaction that spends one coin of the ledger, which retains it, and another. */
    public static LedgerVerdict spending(String letter) {
        return new LedgerVerdict(
                ledger(letter),
                new Instructions(List.of(0), List.of(3), List.of(1)),
                SPENT,
                false,
                POSITION,
                Optional.empty());
    }

    /** Yes to a transaction that the ledger committed before. */
    public static LedgerVerdict repeated(String letter) {
        return new LedgerVerdict(
                ledger(letter), admitFirst(), List.of(), true, POSITION, Optional.empty());
    }

    public static LedgerVerdict no(String letter) {
        Rejection rejection =
                new Rejection(RejectionReason.COIN_ALREADY_SPENT, "spent in " + letter);
        return new LedgerVerdict(
                ledger(letter),
                Instructions.NONE,
                List.of(),
                false,
                LedgerPosition.START,
                Optional.of(rejection));
    }

    private static Instructions admitFirst() {
        return new Instructions(List.of(0), List.of(), List.of());
    }
}
