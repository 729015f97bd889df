package org.brisket.state.ledger;

import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;

/** Why a ledger refuses, in public words. */
final class Refusals {
    private Refusals() {}

    static Rejection condemned(Txid txid) {
        return Rejection.of(
                RejectionReason.PARENT_ROLLED_BACK,
                "%s is about to be undone, because it stands on what was",
                txid);
    }

    static Rejection standsOnCondemned(Txid parent) {
        return Rejection.of(
                RejectionReason.PARENT_ROLLED_BACK,
                "it stands on %s, which is about to be undone",
                parent);
    }

    static Rejection spent(Outpoint coin, Txid spender) {
        return Rejection.of(RejectionReason.COIN_ALREADY_SPENT, "%s is spent by %s", coin, spender);
    }

    static Rejection tooMany(String ledger, int coins) {
        return Rejection.of(
                RejectionReason.TOO_MANY_COINS,
                "the transaction admits and spends %d coins of %s, of at most %d",
                coins,
                ledger,
                Instructions.MAX_COINS);
    }

    static Rejection changesNothing(String ledger) {
        return Rejection.of(
                RejectionReason.NOTHING_TO_ADMIT,
                "%s would not change, and no other ledger is named",
                ledger);
    }

    static Rejection contested(Outpoint coin, Txid holder) {
        return Rejection.of(
                RejectionReason.COIN_CONTESTED,
                "%s is held by %s, which is not decided yet",
                coin,
                holder);
    }

    static Rejection behind(Txid parent) {
        return Rejection.of(
                RejectionReason.PARENT_UNDECIDED,
                "%s is undecided, and as much as may already waits for it",
                parent);
    }
}
