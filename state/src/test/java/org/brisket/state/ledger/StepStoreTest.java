package org.brisket.state.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.state.ExampleTransactions.funding;
import static org.brisket.state.ExampleTransactions.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.junit.jupiter.api.Test;

class StepStoreTest {
    private static final Transaction PARENT = funding(1, 2);
    private static final Outpoint COIN = output(PARENT, 0);

    private final Behind behind = new Behind();
    private final StepStore store = new StepStore(behind);

    private static final class Behind extends InMemoryLedgerStore {
        private final List<Object> reads = new ArrayList<>();

        @Override
        public Optional<Coin> coin(Outpoint outpoint) {
            reads.add(outpoint);
            return super.coin(outpoint);
        }

        @Override
        public Optional<Application> application(Txid txid) {
            reads.add(txid);
            return super.application(txid);
        }

        @Override
        public LedgerPosition position() {
            reads.add("position");
            return super.position();
        }

        @Override
        public BacklogRange backlogRange() {
            reads.add("backlog");
            return super.backlogRange();
        }
    }

    private void readAll() {
        store.coin(COIN);
        store.application(PARENT.txid());
        store.position();
        store.backlogRange();
    }

    @Test
    void readsWhatIsAskedForTwiceOnce() {
        readAll();
        readAll();

        assertThat(behind.reads).containsExactly(COIN, PARENT.txid(), "position", "backlog");
    }

    @Test
    void readsAgainInTheNextStep() {
        readAll();
        behind.putCoin(COIN, Coin.unspent(true));
        behind.putApplication(PARENT.txid(), Application.PARKED);
        store.begin();

        assertThat(store.coin(COIN)).contains(Coin.unspent(true));
        assertThat(store.application(PARENT.txid())).contains(Application.PARKED);
    }

    @Test
    void seesItsOwnChanges() {
        readAll();
        BacklogRange range = BacklogRange.EMPTY.withOneMore();
        LedgerPosition position = LedgerPosition.START.after(LiveDigest.of("a", COIN));
        store.putCoin(COIN, Coin.unspent(true));
        store.putApplication(PARENT.txid(), Application.PARKED);
        store.putPosition(position);
        store.putBacklogRange(range);

        for (LedgerStore each : List.of(store, behind)) {
            assertThat(each.coin(COIN)).contains(Coin.unspent(true));
            assertThat(each.application(PARENT.txid())).contains(Application.PARKED);
            assertThat(each.position()).isEqualTo(position);
            assertThat(each.backlogRange()).isEqualTo(range);
        }
    }

    @Test
    void seesItsOwnRemovals() {
        behind.putCoin(COIN, Coin.unspent(false));
        behind.putApplication(PARENT.txid(), Application.PARKED);
        readAll();
        store.removeCoin(COIN);
        store.removeApplication(PARENT.txid());

        for (LedgerStore each : List.of(store, behind)) {
            assertThat(each.coin(COIN)).isEmpty();
            assertThat(each.application(PARENT.txid())).isEmpty();
        }
    }
}
