package org.brisket.job.e2e.atomic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;

/**
 * A transaction of the plan.
 *
 * @param parents the unmined transactions whose outputs it spends
 * @param fundings the numbers of the mined coins that it spends
 * @param greets whether output 0 is a greeting
 * @param basketOutputs which outputs become coins of which basket's ledger
 */
record Made(
        Transaction transaction,
        List<Made> parents,
        List<Long> fundings,
        boolean greets,
        Map<String, Set<Integer>> basketOutputs) {

    Outpoint output(int index) {
        return new Outpoint(transaction.txid(), index);
    }

    int last() {
        return transaction.outputCount() - 1;
    }

    String id() {
        return transaction.txid().toString();
    }

    /** All unmined transactions that it stands on, parents before children, itself last. */
    List<Made> lineage() {
        Set<Made> lineage = new LinkedHashSet<>();
        add(this, lineage);
        return new ArrayList<>(lineage);
    }

    private static void add(Made made, Set<Made> lineage) {
        if (!lineage.contains(made)) {
            made.parents.forEach(parent -> add(parent, lineage));
            lineage.add(made);
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
