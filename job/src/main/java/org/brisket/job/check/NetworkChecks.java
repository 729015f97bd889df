package org.brisket.job.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.brisket.connectors.chain.ChainSettings;
import org.brisket.connectors.chain.ChainTrackers;
import org.brisket.connectors.chain.TrackerSettings;
import org.brisket.job.config.BsvNetwork;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.chain.ChainTracker;
import org.brisket.protocol.chain.RootAnswer;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.hash.MerkleRoot;

/**
 * Whether each chain tracker follows the network that is configured. The first block after the
 * genesis block tells: the genesis blocks of all networks have the same merkle root.
 */
final class NetworkChecks {
    static final long HEIGHT = 1;

    /** Merkle roots of block 1, as explorers show them. */
    static final Map<BsvNetwork, String> ROOTS =
            Map.of(
                    BsvNetwork.MAIN,
                    "0e3e2357e806b6cdb1f70b54c3a3a17b6714ee1f0e68bebb44a74b1efd512098",
                    BsvNetwork.TEST,
                    "f0315ffc38709d70ad5647e22048358dd3745f3ce3874223c80a7c92fab0c8ba");

    private NetworkChecks() {}

    /** A network of which no block is known here has nothing to compare. */
    static void run(BsvNetwork network, ChainSettings chain, Findings findings) {
        if (!ROOTS.containsKey(network)) {
            return;
        }
        RootQuery query = new RootQuery(HEIGHT, root(ROOTS.get(network)));
        for (TrackerSettings tracker : chain.trackers()) {
            if (ask(tracker, chain, query) == RootAnswer.FALSE) {
                findings.problem(
                        "chain tracker %s at %s follows another network than spv.network %s: its block 1 is"
                                + " another one",
                        tracker.name(), tracker.url(), network.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    /** One tracker alone, which makes its answer the quorum's. */
    private static RootAnswer ask(TrackerSettings tracker, ChainSettings chain, RootQuery query) {
        ChainSettings alone =
                new ChainSettings(
                        List.of(tracker),
                        1,
                        chain.timeoutMillis(),
                        chain.cacheExpiryMillis(),
                        1,
                        1,
                        chain.network());
        try (ChainTracker client = ChainTrackers.fromSettings(alone)) {
            return client.isValidRoot(query).get(2 * chain.timeoutMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException silent) {
            return RootAnswer.UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return RootAnswer.UNKNOWN;
        }
    }

    private static MerkleRoot root(String hex) {
        try {
            return MerkleRoot.fromDisplayHex(hex);
        } catch (MalformedException e) {
            throw new IllegalStateException("a constant that is no merkle root", e);
        }
    }
}
