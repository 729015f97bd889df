package org.brisket.state.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.brisket.protocol.transaction.Outpoint;

/** The token index of a ledger in maps; whoever extends it can look into them. */
public class InMemoryTokenStore implements TokenStore {
    protected final Map<TokenAccount, TokenBalance> balances = new HashMap<>();
    protected final Map<TokenSlot, Outpoint> slots = new HashMap<>();

    /** Without a coin. */
    public InMemoryTokenStore() {}

    /** What another one holds now. */
    protected InMemoryTokenStore(InMemoryTokenStore other) {
        balances.putAll(other.balances);
        slots.putAll(other.slots);
    }

    @Override
    public TokenBalance balance(TokenAccount account) {
        return balances.getOrDefault(account, TokenBalance.NONE);
    }

    @Override
    public void putBalance(TokenAccount account, TokenBalance balance) {
        if (balance.isNone()) {
            balances.remove(account);
        } else {
            balances.put(account, balance);
        }
    }

    @Override
    public Optional<Outpoint> coinIn(TokenSlot slot) {
        return Optional.ofNullable(slots.get(slot));
    }

    @Override
    public void putCoinIn(TokenSlot slot, Outpoint outpoint) {
        slots.put(slot, outpoint);
    }

    @Override
    public void removeSlot(TokenSlot slot) {
        slots.remove(slot);
    }
}
