package org.brisket.job.e2e.atomic;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;

/**
 * What every ledger must hold, from the plan and the txids that were admitted alone: what an
 * admitted submission names takes its transaction, and those that it stands on.
 */
final class ExpectedLedgers {
    private final Map<String, Set<Made>> members = new TreeMap<>();

    ExpectedLedgers(List<Planned> admitted) {
        for (Planned planned : admitted) {
            for (Made made : planned.made().lineage()) {
                planned.ledgers().stream()
                        .filter(ledger -> !LedgerRule.outputs(ledger, made).isEmpty())
                        .forEach(ledger -> in(ledger).add(made));
            }
        }
    }

    private Set<Made> in(String ledger) {
        return members.computeIfAbsent(ledger, any -> new HashSet<>());
    }

    Set<String> ledgers() {
        return members.keySet();
    }

    /** The txids that a ledger has admitted. */
    Set<String> txids(String ledger) {
        Set<String> txids = new HashSet<>();
        in(ledger).forEach(made -> txids.add(made.id()));
        return txids;
    }

    /** The coins of a ledger that nothing in it has spent. */
    Set<Outpoint> liveCoins(String ledger) {
        Map<Outpoint, Made> live = new HashMap<>();
        for (Made made : in(ledger)) {
            LedgerRule.outputs(ledger, made).forEach(output -> live.put(made.output(output), made));
        }
        for (Made made : in(ledger)) {
            Transaction transaction = made.transaction();
            for (int input = 0; input < transaction.inputCount(); input++) {
                live.remove(transaction.previousOutput(input));
            }
        }
        return live.keySet();
    }
}
