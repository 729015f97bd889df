package org.brisket.state.query;

import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.ledger.Application;
import org.brisket.state.ledger.Coin;
import org.brisket.state.ledger.CoinContent;
import org.brisket.state.ledger.LedgerStore;

/**
 * How far a coin got in one ledger.
 *
 * @param spender who spent it, if anybody did
 * @param admittedBy the number of the ledger's change that admitted it; 0 if none that stands did
 * @param content what a coin of a basket is worth, as long as it is there
 */
public record CoinLife(
        Stage stage, Optional<Txid> spender, long admittedBy, Optional<CoinContent> content) {
    /** The stages in the order of a life. */
    public enum Stage {
        /** The ledger does not hold the transaction. */
        UNKNOWN("unknown"),
        /** The ledger holds the transaction and admitted other outputs of it, or none. */
        NOT_ADMITTED("not-admitted"),
        /** Admitted, while other ledgers have yet to agree. */
        PENDING("pending"),
        /** There to be spent. */
        LIVE("live"),
        /** Spent by a transaction that may yet be undone. */
        SPENT("spent"),
        /** Spent for good and kept as history. */
        RETAINED("retained"),
        /** Spent for good and not kept. */
        GONE("gone");

        private final String text;

        Stage(String text) {
            this.text = text;
        }

        /** The public word. */
        public String text() {
            return text;
        }
    }

    static CoinLife of(Outpoint outpoint, LedgerStore store) {
        Optional<Application> maker =
                store.application(outpoint.txid()).filter(application -> !application.isParked());
        long admittedBy = maker.map(application -> application.position().sequence()).orElse(0L);
        Optional<Coin> coin = store.coin(outpoint);
        if (coin.isPresent()) {
            return new CoinLife(
                    stage(coin.get(), store),
                    coin.get().spender(),
                    admittedBy,
                    coin.get().content());
        }
        Optional<Txid> spender = maker.flatMap(a -> a.spenderOf(outpoint.index()));
        if (spender.isPresent()) {
            return new CoinLife(Stage.GONE, spender, admittedBy, Optional.empty());
        }
        Stage stage = maker.isPresent() ? Stage.NOT_ADMITTED : Stage.UNKNOWN;
        return new CoinLife(stage, Optional.empty(), 0, Optional.empty());
    }

    private static Stage stage(Coin coin, LedgerStore store) {
        if (coin.spender().isEmpty()) {
            return coin.pending() ? Stage.PENDING : Stage.LIVE;
        }
        boolean forGood =
                store.application(coin.spender().get()).filter(Application::isFinal).isPresent();
        return forGood ? Stage.RETAINED : Stage.SPENT;
    }
}
