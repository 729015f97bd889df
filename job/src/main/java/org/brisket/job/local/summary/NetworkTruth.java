package org.brisket.job.local.summary;

import java.util.Collection;
import org.brisket.protocol.hash.Txid;

/** What really became of transactions on the network, whatever anyone was told about them. */
public interface NetworkTruth {
    /** How a transaction stands there. */
    enum Fate {
        /** A block of the longest branch holds it. */
        MINED,
        /** It waits for a block. */
        WAITING,
        /** It waits for a block, and so does a rival. */
        CONTESTED,
        /** It waits for a parent. */
        ORPHAN,
        /** The network held it and refuses it now. */
        REFUSED,
        /** The network never held it. */
        UNKNOWN
    }

    Fate fateOf(Txid txid);

    /** Whether an endpoint or the network ever refused it. */
    boolean wasRefused(Txid txid);

    /** In a few words, with figures, what happened to these on the network besides being mined. */
    String episodesOf(Collection<Txid> txids);

    /** Whether there was ever reason to undo it: a refusal, or that it is not there. */
    default boolean givesUp(Txid txid) {
        Fate fate = fateOf(txid);
        return wasRefused(txid) || fate == Fate.ORPHAN || fate == Fate.UNKNOWN;
    }

    /** Whether an endpoint ever said that it has it. */
    boolean wasTaken(Txid txid);
}
