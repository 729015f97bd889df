package org.brisket.job.audit;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.ledger.LedgerPosition;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.ledger.LiveDigest;

/**
 * One numbered change of a ledger as a replay needs it: by which transaction, the digest of the
 * live coins after it, and what it adds to the digest; each if known.
 */
public record ReplayEntry(
        String ledger,
        long sequence,
        Kind kind,
        String subject,
        Optional<LiveDigest> digest,
        Optional<LiveDigest> change)
        implements AuditRecord {

    /** What the change is to the replay. */
    public enum Kind {
        /**
         * Not a change: where the ledger stood at the savepoint. The change is what transactions
         * name as spent although it is not, which is known only if the ledger counts all it holds.
         */
        POSITION,
        /** In the savepoint, and in the log or explained by the state. */
        STANDING,
        /** Undone before the savepoint. */
        UNDONE,
        /** In the log alone: wrong, unless it is later than the savepoint. */
        LOGGED_ONLY
    }

    /** Where a ledger stood. */
    static ReplayEntry position(
            String ledger, LedgerPosition position, Optional<LiveDigest> notReallySpent) {
        return new ReplayEntry(
                ledger,
                position.sequence(),
                Kind.POSITION,
                "",
                Optional.of(position.digest()),
                notReallySpent);
    }

    /** A change as a record of the log, or the state, describes it. */
    static ReplayEntry of(Kind kind, Txid txid, LedgerVerdict verdict, boolean digested) {
        return new ReplayEntry(
                verdict.ledger(),
                verdict.position().sequence(),
                kind,
                txid.toString(),
                digested ? Optional.of(verdict.position().digest()) : Optional.empty(),
                change(txid, verdict));
    }

    /** By what it is sorted within its ledger: the position comes first. */
    public long order() {
        return kind == Kind.POSITION ? 0 : sequence;
    }

    /** What a change adds to its ledger's digest; empty if nobody said what it spent. */
    public static Optional<LiveDigest> change(Txid txid, LedgerVerdict verdict) {
        if (!verdict.knowsSpentCoins()) {
            return Optional.empty();
        }
        List<Outpoint> admitted =
                verdict.instructions().outputsToAdmit().stream()
                        .map(output -> new Outpoint(txid, output))
                        .toList();
        return Optional.of(
                sum(verdict.ledger(), admitted).minus(sum(verdict.ledger(), verdict.spentCoins())));
    }

    static LiveDigest sum(String ledger, List<Outpoint> coins) {
        LiveDigest sum = LiveDigest.EMPTY;
        for (Outpoint coin : coins) {
            sum = sum.plus(LiveDigest.of(ledger, coin));
        }
        return sum;
    }
}
