package org.brisket.state.store;

import java.util.Optional;

/** A store of one transaction in memory, for tests and simulations. */
public final class InMemoryTransactionStore implements TransactionStore {
    private RawTransaction raw;
    private Standing standing;

    @Override
    public Optional<RawTransaction> raw() {
        return Optional.ofNullable(raw);
    }

    @Override
    public void put(RawTransaction next) {
        raw = next;
    }

    @Override
    public Optional<Standing> standing() {
        return Optional.ofNullable(standing);
    }

    @Override
    public void put(Standing next) {
        standing = next;
    }
}
