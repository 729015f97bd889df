package org.brisket.state.ledger;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.brisket.protocol.hash.Txid;

/** Finds what is applied in a ledger and not decided. */
final class Undecided {
    private Undecided() {}

    /**
     * Those of the transactions that are applied and not decided, and what they stand on in turn,
     * in the order in which they were applied: parents first.
     */
    static Map<Txid, Application> among(Collection<Txid> transactions, LedgerStore store) {
        if (transactions.isEmpty()) {
            return Map.of();
        }
        Map<Txid, Application> found = new HashMap<>();
        Deque<Txid> next = new ArrayDeque<>(transactions);
        for (Txid txid = next.poll(); txid != null; txid = next.poll()) {
            Optional<Application> held = store.application(txid).filter(Undecided::isOpen);
            if (held.isPresent() && found.put(txid, held.get()) == null) {
                held.get().spentCoins().forEach(coin -> next.add(coin.txid()));
            }
        }
        Map<Txid, Application> inOrder = new LinkedHashMap<>();
        found.entrySet().stream()
                .sorted(Comparator.comparing(each -> each.getValue().position().sequence()))
                .forEach(each -> inOrder.put(each.getKey(), each.getValue()));
        return inOrder;
    }

    private static boolean isOpen(Application held) {
        return !held.isDecided() && !held.isParked() && !held.isCondemned();
    }
}
