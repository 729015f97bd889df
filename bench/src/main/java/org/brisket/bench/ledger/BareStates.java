package org.brisket.bench.ledger;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.brisket.bench.ledger.Access.Table;
import org.brisket.state.codec.OutpointCodec;
import org.brisket.state.codec.TxidCodec;
import org.brisket.state.ledger.ApplicationCodec;
import org.brisket.state.ledger.BacklogRangeCodec;
import org.brisket.state.ledger.CoinCodec;
import org.brisket.state.ledger.LedgerPositionCodec;
import org.brisket.state.ledger.LedgerTaskCodec;
import org.brisket.state.ledger.ParkedLineCodec;

/** The floor: Flink's states with the ledger's serializers, and nothing that thinks. */
final class BareStates {
    private final Map<Table, MapState<Object, Object>> maps = new EnumMap<>(Table.class);
    private final Map<Table, ValueState<Object>> values = new EnumMap<>(Table.class);

    /** Of the last read, so that none is for nothing. */
    private Object seen;

    BareStates(RuntimeContext context) {
        TypeInformation<?> txid = new TxidCodec().typeInfo();
        map(context, Table.COINS, new OutpointCodec().typeInfo(), new CoinCodec().typeInfo());
        map(context, Table.APPLICATIONS, txid, new ApplicationCodec().typeInfo());
        map(context, Table.APPLIED, Types.LONG, txid);
        map(context, Table.PARKED_LINES, txid, new ParkedLineCodec().typeInfo());
        map(context, Table.BACKLOG, Types.LONG, new LedgerTaskCodec().typeInfo());
        value(context, Table.POSITION, new LedgerPositionCodec().typeInfo());
        value(context, Table.BACKLOG_RANGE, new BacklogRangeCodec().typeInfo());
    }

    private void map(
            RuntimeContext context, Table table, TypeInformation<?> key, TypeInformation<?> value) {
        maps.put(
                table,
                context.getMapState(
                        new MapStateDescriptor<>(table.name(), untyped(key), untyped(value))));
    }

    private void value(RuntimeContext context, Table table, TypeInformation<?> value) {
        values.put(
                table, context.getState(new ValueStateDescriptor<>(table.name(), untyped(value))));
    }

    @SuppressWarnings("unchecked")
    private static TypeInformation<Object> untyped(TypeInformation<?> type) {
        return (TypeInformation<Object>) type;
    }

    void all(List<Access> accesses) throws Exception {
        for (Access access : accesses) {
            MapState<Object, Object> map = maps.get(access.table());
            if (map != null) {
                access(map, access);
            } else {
                access(values.get(access.table()), access);
            }
        }
    }

    private void access(MapState<Object, Object> state, Access access) throws Exception {
        switch (access.operation()) {
            case GET -> seen = state.get(access.key());
            case PUT -> state.put(access.key(), access.value());
            case REMOVE -> state.remove(access.key());
        }
    }

    private void access(ValueState<Object> state, Access access) throws Exception {
        switch (access.operation()) {
            case GET -> seen = state.value();
            case PUT -> state.update(access.value());
            case REMOVE -> state.clear();
        }
    }

    Object seen() {
        return seen;
    }
}
