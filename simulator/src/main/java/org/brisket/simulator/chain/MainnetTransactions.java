package org.brisket.simulator.chain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefEntry;
import org.brisket.protocol.beef.BeefLimits;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Transaction;

/**
 * The mined mainnet transactions that our accepted real BEEFs stand on: their outputs may be spent.
 * What one BEEF proves and another still holds as unmined is left out, so that it can be posted.
 */
public final class MainnetTransactions {
    private final Map<Txid, Transaction> mined;

    private MainnetTransactions(Map<Txid, Transaction> mined) {
        this.mined = mined;
    }

    public static MainnetTransactions load() {
        Map<Txid, Transaction> mined = new HashMap<>();
        Set<Txid> unmined = new HashSet<>();
        for (MainnetBeef golden : MainnetBeef.loadAll()) {
            if (golden.accepted()) {
                collect(golden, mined, unmined);
            }
        }
        mined.keySet().removeAll(unmined);
        return new MainnetTransactions(mined);
    }

    private static void collect(
            MainnetBeef golden, Map<Txid, Transaction> mined, Set<Txid> unmined) {
        try {
            for (BeefEntry entry : Beef.parse(golden.bytes(), BeefLimits.DEFAULT).entries()) {
                if (entry instanceof BeefEntry.Proven proven) {
                    mined.put(proven.txid(), proven.content());
                } else {
                    unmined.add(entry.txid());
                }
            }
        } catch (MalformedException e) {
            throw new IllegalStateException("golden BEEF " + golden.name(), e);
        }
    }

    public Optional<Transaction> mined(Txid txid) {
        return Optional.ofNullable(mined.get(txid));
    }
}
