package org.brisket.state.ledger;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;

/**
 * All that one ledger holds, for who looks through it and changes nothing. The contents are handed
 * over one by one, in no particular order, and are not kept.
 */
public interface LedgerContents {
    /** The ledger's position; {@link LedgerPosition#START} before the first change. */
    LedgerPosition position();

    Optional<Coin> coin(Outpoint outpoint);

    Optional<Application> application(Txid txid);

    void forEachCoin(BiConsumer<Outpoint, Coin> visitor);

    void forEachApplication(BiConsumer<Txid, Application> visitor);

    /** Hands over every transaction that proposals wait behind. */
    void forEachAwaited(Consumer<Txid> visitor);
}
