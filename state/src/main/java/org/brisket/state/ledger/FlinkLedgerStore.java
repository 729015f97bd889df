package org.brisket.state.ledger;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.function.SupplierWithException;
import org.apache.flink.util.function.ThrowingRunnable;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.codec.OutpointCodec;
import org.brisket.state.codec.TxidCodec;

/** The ledger of the current key in Flink's keyed state. State names are permanent. */
public final class FlinkLedgerStore implements LedgerStore, LedgerContents {
    private final MapState<Outpoint, Coin> coins;
    private final MapState<Txid, Application> applications;
    private final MapState<Txid, ParkedList> parked;
    private final ValueState<LedgerPosition> position;

    public FlinkLedgerStore(RuntimeContext context) {
        TxidCodec txid = new TxidCodec();
        coins =
                context.getMapState(
                        new MapStateDescriptor<>(
                                "coins",
                                new OutpointCodec().typeInfo(),
                                new CoinCodec().typeInfo()));
        applications =
                context.getMapState(
                        new MapStateDescriptor<>(
                                "applications",
                                txid.typeInfo(),
                                new ApplicationCodec().typeInfo()));
        parked =
                context.getMapState(
                        new MapStateDescriptor<>(
                                "parked-proposals",
                                txid.typeInfo(),
                                new ParkedListCodec().typeInfo()));
        position =
                context.getState(
                        new ValueStateDescriptor<>(
                                "ledger-position", new LedgerPositionCodec().typeInfo()));
    }

    @Override
    public Optional<Coin> coin(Outpoint outpoint) {
        return Optional.ofNullable(get(() -> coins.get(outpoint)));
    }

    @Override
    public void putCoin(Outpoint outpoint, Coin coin) {
        run(() -> coins.put(outpoint, coin));
    }

    @Override
    public void removeCoin(Outpoint outpoint) {
        run(() -> coins.remove(outpoint));
    }

    @Override
    public LedgerPosition position() {
        return Optional.ofNullable(get(position::value)).orElse(LedgerPosition.START);
    }

    @Override
    public void putPosition(LedgerPosition next) {
        run(() -> position.update(next));
    }

    @Override
    public Optional<Application> application(Txid txid) {
        return Optional.ofNullable(get(() -> applications.get(txid)));
    }

    @Override
    public void putApplication(Txid txid, Application application) {
        run(() -> applications.put(txid, application));
    }

    @Override
    public void removeApplication(Txid txid) {
        run(() -> applications.remove(txid));
    }

    @Override
    public List<Proposal> parkedBehind(Txid txid) {
        ParkedList list = get(() -> parked.get(txid));
        return list == null ? List.of() : list.proposals();
    }

    @Override
    public void putParkedBehind(Txid txid, List<Proposal> proposals) {
        if (proposals.isEmpty()) {
            run(() -> parked.remove(txid));
        } else {
            run(() -> parked.put(txid, new ParkedList(proposals)));
        }
    }

    @Override
    public void forEachCoin(BiConsumer<Outpoint, Coin> visitor) {
        forEach(coins, visitor);
    }

    @Override
    public void forEachApplication(BiConsumer<Txid, Application> visitor) {
        forEach(applications, visitor);
    }

    @Override
    public void forEachAwaited(Consumer<Txid> visitor) {
        forEach(parked, (txid, proposals) -> visitor.accept(txid));
    }

    private static <K, V> void forEach(MapState<K, V> state, BiConsumer<K, V> visitor) {
        get(state::entries).forEach(entry -> visitor.accept(entry.getKey(), entry.getValue()));
    }

    private static <T> T get(SupplierWithException<T, Exception> read) {
        try {
            return read.get();
        } catch (Exception e) {
            throw new IllegalStateException("the ledger's state cannot be read", e);
        }
    }

    private static void run(ThrowingRunnable<Exception> write) {
        try {
            write.run();
        } catch (Exception e) {
            throw new IllegalStateException("the ledger's state cannot be written", e);
        }
    }
}
