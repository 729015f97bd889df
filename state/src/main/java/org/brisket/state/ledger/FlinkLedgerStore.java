package org.brisket.state.ledger;

import static org.brisket.state.ledger.KeyedState.get;
import static org.brisket.state.ledger.KeyedState.run;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.OutpointCodec;
import org.brisket.state.codec.TxidCodec;

/** The ledger of the current key in Flink's keyed state. State names are permanent. */
public final class FlinkLedgerStore implements LedgerStore, LedgerContents {
    private final RuntimeContext context;
    private final FlinkTable<Outpoint, Coin> coins;
    private final FlinkTable<Txid, Application> applications;
    private final LedgerTable<Long, Txid> applied;
    private final LedgerTable<ParkedSlot, Proposal> parkedProposals;
    private final FlinkParkedLines parkedLines;
    private final LedgerTable<Long, LedgerTask> backlog;
    private final ValueState<BacklogRange> backlogRange;
    private final ValueState<LedgerPosition> position;
    private final TokenStore tokens;

    public FlinkLedgerStore(RuntimeContext context) {
        this.context = context;
        TxidCodec txid = new TxidCodec();
        coins = table("coins", new OutpointCodec(), new CoinCodec());
        applications = table("applications", txid, new ApplicationCodec());
        applied = numbered("applied", txid);
        parkedProposals = table("parked", new ParkedSlotCodec(), new ProposalCodec());
        parkedLines =
                new FlinkParkedLines(
                        table("parked-lines", txid, new ParkedLineCodec()),
                        parkedProposals,
                        table("parked-proposals", txid, new ParkedListCodec()));
        backlog = numbered("backlog", new LedgerTaskCodec());
        backlogRange = value("backlog-range", new BacklogRangeCodec());
        position = value("ledger-position", new LedgerPositionCodec());
        tokens = new FlinkTokenStore(context);
    }

    private <K, V> FlinkTable<K, V> table(String name, Codec<K> keys, Codec<V> values) {
        return FlinkTable.open(context, name, keys.typeInfo(), values.typeInfo());
    }

    private <V> LedgerTable<Long, V> numbered(String name, Codec<V> values) {
        return FlinkTable.open(context, name, Types.LONG, values.typeInfo());
    }

    private <V> ValueState<V> value(String name, Codec<V> values) {
        return context.getState(new ValueStateDescriptor<>(name, values.typeInfo()));
    }

    @Override
    public Optional<Coin> coin(Outpoint outpoint) {
        return coins.get(outpoint);
    }

    @Override
    public void putCoin(Outpoint outpoint, Coin coin) {
        coins.put(outpoint, coin);
    }

    @Override
    public void removeCoin(Outpoint outpoint) {
        coins.remove(outpoint);
    }

    @Override
    public TokenStore tokens() {
        return tokens;
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
        return applications.get(txid);
    }

    @Override
    public void putApplication(Txid txid, Application application) {
        applications.put(txid, application);
    }

    @Override
    public void removeApplication(Txid txid) {
        applications.remove(txid);
    }

    @Override
    public LedgerTable<Long, Txid> applied() {
        return applied;
    }

    @Override
    public LedgerTable<Txid, ParkedLine> parkedLines() {
        return parkedLines;
    }

    @Override
    public LedgerTable<ParkedSlot, Proposal> parkedProposals() {
        return parkedProposals;
    }

    @Override
    public LedgerTable<Long, LedgerTask> backlog() {
        return backlog;
    }

    @Override
    public BacklogRange backlogRange() {
        return Optional.ofNullable(get(backlogRange::value)).orElse(BacklogRange.EMPTY);
    }

    @Override
    public void putBacklogRange(BacklogRange range) {
        if (range.isEmpty()) {
            backlogRange.clear();
        } else {
            run(() -> backlogRange.update(range));
        }
    }

    @Override
    public void forEachCoin(BiConsumer<Outpoint, Coin> visitor) {
        coins.forEach(visitor);
    }

    @Override
    public void forEachApplication(BiConsumer<Txid, Application> visitor) {
        applications.forEach(visitor);
    }

    @Override
    public void forEachAwaited(Consumer<Txid> visitor) {
        parkedLines.forEachParent(visitor);
    }
}
