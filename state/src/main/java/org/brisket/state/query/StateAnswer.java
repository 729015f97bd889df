package org.brisket.state.query;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.coordination.Ballot;
import org.brisket.state.ledger.Application;
import org.brisket.state.ledger.LedgerPosition;
import org.brisket.state.ledger.TokenBalance;
import org.brisket.state.store.BlockProof;
import org.brisket.state.store.RawTransaction;
import org.brisket.state.tracking.TrackedTransaction;

/** What the live state says to a query. */
public sealed interface StateAnswer {
    /** The id of the query. */
    String id();

    /** The query cannot be answered, and why. */
    record Refused(String id, String problem) implements StateAnswer {}

    /**
     * What the tracker of a transaction knows; as many answers as it names ledgers follow.
     *
     * @param outpoint if the query is about one output
     * @param tracked nothing if no submission of it was decided
     */
    record OfTracker(
            String id, Txid txid, Optional<Outpoint> outpoint, Optional<TrackedTransaction> tracked)
            implements StateAnswer {}

    /**
     * What the transaction store holds.
     *
     * @param raw nothing if it is not stored
     * @param proof nothing if no block of the best chain is known to hold it
     */
    record OfStore(String id, Txid txid, Optional<RawTransaction> raw, Optional<BlockProof> proof)
            implements StateAnswer {}

    /**
     * What the coordinator of a transaction has heard of the submissions that are undecided.
     *
     * @param open how many they are
     * @param ballots the votes on the first of them by their position in Kafka, a bounded number
     */
    record OfCoordinator(String id, Txid txid, int open, List<Ballot> ballots)
            implements StateAnswer {
        public OfCoordinator {
            ballots = List.copyOf(ballots);
        }
    }

    /** An answer of one ledger, which stood there when it gave it. */
    sealed interface OfLedger extends StateAnswer {
        String ledger();

        LedgerPosition position();
    }

    /**
     * A page of live coins.
     *
     * @param next where the next page begins; nothing if this is the last one
     */
    record LiveCoins(
            String id,
            String ledger,
            LedgerPosition position,
            List<ListedCoin> coins,
            Optional<CoinCursor> next)
            implements OfLedger {
        public LiveCoins {
            coins = List.copyOf(coins);
        }
    }

    /** What there is of the asset that the query is about. */
    record Balance(LedgerQuery.Balance query, LedgerPosition position, TokenBalance balance)
            implements OfLedger {
        @Override
        public String id() {
            return query.id();
        }

        @Override
        public String ledger() {
            return query.ledger();
        }
    }

    /** The life of a coin in this ledger. */
    record OneCoin(
            String id, String ledger, LedgerPosition position, Outpoint outpoint, CoinLife life)
            implements OfLedger {}

    /** A transaction as it stands in this ledger, if it does. */
    record OneTransaction(
            String id,
            String ledger,
            LedgerPosition position,
            Txid txid,
            Optional<Application> application)
            implements OfLedger {}
}
