package org.brisket.job.audit;

import java.util.Optional;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.ledger.Coin;

/** A coin that an application names as spent, and what is there instead of it being so. */
public record LostCoin(Outpoint outpoint, Optional<Coin> found) {
    boolean isSpentByAnother() {
        return found.flatMap(Coin::spender).isPresent();
    }

    String describe() {
        if (found.isEmpty()) {
            return "no such coin";
        }
        return found.get().spender().map(txid -> "spent by " + txid).orElse("unspent");
    }
}
