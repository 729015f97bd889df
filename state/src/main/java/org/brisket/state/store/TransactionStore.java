package org.brisket.state.store;

import java.util.Optional;

/** What is kept of one transaction. Its bytes lie apart, so that a proof does not rewrite them. */
public interface TransactionStore {
    Optional<RawTransaction> raw();

    void put(RawTransaction raw);

    /** Empty if nothing was ever heard of the transaction. */
    Optional<Standing> standing();

    void put(Standing standing);
}
