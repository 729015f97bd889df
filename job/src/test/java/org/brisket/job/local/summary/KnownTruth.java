package org.brisket.job.local.summary;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.brisket.protocol.hash.Txid;

/** The truth that a test says. */
final class KnownTruth implements NetworkTruth {
    /** What happened to a transaction before it came to its fate. */
    enum Had {
        ACCEPTED,
        REFUSED,
        TAKEN
    }

    private final Map<Txid, Fate> fates = new HashMap<>();
    private final Map<Txid, Set<Had>> histories = new HashMap<>();

    void set(Txid txid, Fate fate, Had... history) {
        fates.put(txid, fate);
        histories.put(txid, Set.of(history));
    }

    @Override
    public Fate fateOf(Txid txid) {
        return fates.getOrDefault(txid, Fate.UNKNOWN);
    }

    @Override
    public boolean wasRefused(Txid txid) {
        return had(txid, Had.REFUSED);
    }

    @Override
    public boolean wasTaken(Txid txid) {
        return had(txid, Had.TAKEN);
    }

    @Override
    public String episodesOf(Collection<Txid> txids) {
        return txids.size() + " transactions";
    }

    private boolean had(Txid txid, Had what) {
        return histories.getOrDefault(txid, Set.of()).contains(what);
    }
}
