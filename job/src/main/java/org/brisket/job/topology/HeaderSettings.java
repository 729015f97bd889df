package org.brisket.job.topology;

import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.connector.source.Source;
import org.brisket.connectors.chain.ChainSettings;
import org.brisket.connectors.chain.HeaderFeed;
import org.brisket.connectors.chain.HeaderFeedSettings;
import org.brisket.job.config.BsvNetwork;
import org.brisket.job.config.HeaderRuleSet;
import org.brisket.job.config.HeadersConfig;
import org.brisket.job.config.SpvConfig;
import org.brisket.operators.SerializableFactory;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.BlockHash;
import org.brisket.protocol.header.HeaderReport;
import org.brisket.protocol.header.HeaderRules;
import org.brisket.state.header.HeaderKeeper;
import org.brisket.state.header.HeaderKeeperSettings;
import org.brisket.state.tracking.Finality;

/** Which header chain is kept, and from whom its headers come. */
final class HeaderSettings {
    /** A block that is trusted. */
    record Anchor(int height, String hash) {}

    /** Block 883,637 of February 2025. */
    static final Anchor MAIN =
            new Anchor(883_637, "0000000000000000060ac8d63b78d41f58c9aba0b09f81db7d51fa4905a47263");

    /** The genesis block of every regtest network of real nodes. */
    static final Anchor REGTEST =
            new Anchor(0, "0f9188f13cb7b2c71f2a335e3a4fc328bf5beb436012afca590b1a11466e2206");

    /** No block has this hash: nothing is ever kept. */
    private static final Anchor NOTHING = new Anchor(0, "00".repeat(32));

    private static final long BLOCK_MILLIS = Duration.ofMinutes(10).toMillis();

    /** There blocks come when somebody asks for them. */
    private static final long REGTEST_BLOCK_MILLIS = Duration.ofSeconds(1).toMillis();

    private final SpvConfig spv;
    private final ChainSettings chain;

    HeaderSettings(SpvConfig spv, ChainSettings chain) {
        this.spv = spv;
        this.chain = chain;
    }

    /** Empty where headers are not followed or no block is trusted to begin with. */
    Optional<Anchor> anchor() {
        HeadersConfig headers = spv.headers();
        if (!headers.enabled()) {
            return Optional.empty();
        }
        if (headers.startHash().isPresent()) {
            int height = headers.startHeight().orElseThrow();
            return Optional.of(new Anchor(height, headers.startHash().get()));
        }
        return switch (spv.network()) {
            case MAIN -> Optional.of(MAIN);
            case REGTEST -> Optional.of(REGTEST);
            case TEST, STN -> Optional.empty();
        };
    }

    Optional<Source<HeaderReport, ?, ?>> feed() {
        return anchor().map(
                        anchor ->
                                new HeaderFeed(
                                        new HeaderFeedSettings(
                                                chain.trackers(),
                                                chain.network(),
                                                anchor.height(),
                                                spv.headers().pollInterval().toMillis(),
                                                chain.timeoutMillis())));
    }

    /** Nothing becomes final where no headers are followed. */
    Finality finality() {
        boolean quick =
                spv.headers().rules() == HeaderRuleSet.REGTEST
                        || spv.network() == BsvNetwork.REGTEST;
        long blockMillis = quick ? REGTEST_BLOCK_MILLIS : BLOCK_MILLIS;
        return anchor().map(a -> new Finality(spv.headers().finalityDepth(), blockMillis))
                .orElse(Finality.NEVER);
    }

    SerializableFactory<HeaderKeeper> keeper() {
        Anchor anchor = anchor().orElse(NOTHING);
        int height = anchor.height();
        String hash = anchor.hash();
        int kept = spv.headers().kept();
        int quorum = spv.quorum();
        boolean simulated = spv.headers().rules() == HeaderRuleSet.REGTEST;
        String network = (simulated ? BsvNetwork.REGTEST : spv.network()).name();
        return () ->
                new HeaderKeeper(
                        new HeaderKeeperSettings(
                                rules(BsvNetwork.valueOf(network)),
                                height,
                                blockHash(hash),
                                kept,
                                quorum));
    }

    private static HeaderRules rules(BsvNetwork network) {
        return switch (network) {
            case MAIN -> HeaderRules.MAIN;
            // The scaling test network has the parameters of the test network, but its own history.
            case TEST, STN -> HeaderRules.TEST;
            case REGTEST -> HeaderRules.REGRESSION_TEST;
        };
    }

    private static BlockHash blockHash(String hash) {
        try {
            return BlockHash.fromDisplayHex(hash);
        } catch (MalformedException e) {
            throw new IllegalStateException("the configuration let " + hash + " pass", e);
        }
    }
}
