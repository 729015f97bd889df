package org.brisket.state.ledger;

import static org.brisket.state.ledger.KeyedState.get;
import static org.brisket.state.ledger.KeyedState.run;

import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.codec.OutpointCodec;

/** The token index of the current key in Flink's keyed state. State names are permanent. */
final class FlinkTokenStore implements TokenStore {
    private final MapState<TokenAccount, TokenBalance> balances;
    private final MapState<TokenSlot, Outpoint> slots;

    FlinkTokenStore(RuntimeContext context) {
        balances =
                context.getMapState(
                        new MapStateDescriptor<>(
                                "token-balances",
                                new TokenAccountCodec().typeInfo(),
                                new TokenBalanceCodec().typeInfo()));
        slots =
                context.getMapState(
                        new MapStateDescriptor<>(
                                "token-slots",
                                new TokenSlotCodec().typeInfo(),
                                new OutpointCodec().typeInfo()));
    }

    @Override
    public TokenBalance balance(TokenAccount account) {
        return Optional.ofNullable(get(() -> balances.get(account))).orElse(TokenBalance.NONE);
    }

    @Override
    public void putBalance(TokenAccount account, TokenBalance balance) {
        if (balance.isNone()) {
            run(() -> balances.remove(account));
        } else {
            run(() -> balances.put(account, balance));
        }
    }

    @Override
    public Optional<Outpoint> coinIn(TokenSlot slot) {
        return Optional.ofNullable(get(() -> slots.get(slot)));
    }

    @Override
    public void putCoinIn(TokenSlot slot, Outpoint outpoint) {
        run(() -> slots.put(slot, outpoint));
    }

    @Override
    public void removeSlot(TokenSlot slot) {
        run(() -> slots.remove(slot));
    }
}
