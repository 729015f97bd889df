package org.brisket.state.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.ledger.TokenAccount;
import org.brisket.state.ledger.TokenBalance;
import org.brisket.state.ledger.TokenSlot;
import org.brisket.state.ledger.TokenStore;

/** Keeps what is written to itself, like the rehearsal of the ledger that it belongs to. */
final class RehearsalTokenStore implements TokenStore {
    private final TokenStore real;
    private final Map<TokenAccount, TokenBalance> balances = new HashMap<>();
    private final Map<TokenSlot, Optional<Outpoint>> slots = new HashMap<>();

    RehearsalTokenStore(TokenStore real) {
        this.real = real;
    }

    @Override
    public TokenBalance balance(TokenAccount account) {
        TokenBalance written = balances.get(account);
        return written == null ? real.balance(account) : written;
    }

    @Override
    public void putBalance(TokenAccount account, TokenBalance balance) {
        balances.put(account, balance);
    }

    @Override
    public Optional<Outpoint> coinIn(TokenSlot slot) {
        Optional<Outpoint> written = slots.get(slot);
        return written == null ? real.coinIn(slot) : written;
    }

    @Override
    public void putCoinIn(TokenSlot slot, Outpoint outpoint) {
        slots.put(slot, Optional.of(outpoint));
    }

    @Override
    public void removeSlot(TokenSlot slot) {
        slots.put(slot, Optional.empty());
    }
}
