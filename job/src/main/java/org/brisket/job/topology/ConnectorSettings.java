package org.brisket.job.topology;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.brisket.connectors.arc.BroadcastSettings;
import org.brisket.connectors.arc.EndpointSettings;
import org.brisket.connectors.arc.FanOutBroadcaster;
import org.brisket.connectors.chain.ChainSettings;
import org.brisket.connectors.chain.ChainTrackers;
import org.brisket.connectors.chain.TrackerSettings;
import org.brisket.connectors.kafka.ExactlyOnceKafkaSink;
import org.brisket.connectors.kafka.KafkaRecordSource;
import org.brisket.connectors.kafka.KafkaSettings;
import org.brisket.connectors.kafka.StartingOffsets;
import org.brisket.job.config.BeefProcessingConfig;
import org.brisket.job.config.BrisketConfig;
import org.brisket.job.config.BroadcastConfig;
import org.brisket.job.config.BsvNetwork;
import org.brisket.job.config.ChainTrackerConfig;
import org.brisket.job.config.EndpointConfig;
import org.brisket.job.config.KafkaTopics;
import org.brisket.job.config.SpvConfig;
import org.brisket.job.config.value.Secret;
import org.brisket.operators.SerializableFactory;
import org.brisket.operators.decision.Lineage;
import org.brisket.operators.intake.IntakeSettings;
import org.brisket.operators.output.OutputTopics;
import org.brisket.protocol.broadcast.Broadcaster;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.script.ActivationHeights;
import org.brisket.protocol.script.RuleSet;
import org.brisket.protocol.spv.SpvLimits;
import org.brisket.protocol.spv.SpvVerifier;
import org.brisket.protocol.submission.Atomicity;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.submission.SubmissionMode;
import org.brisket.state.tracking.PollSchedule;
import org.brisket.state.tracking.TrackingSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A configuration in the terms of the connectors and operators. */
public final class ConnectorSettings {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectorSettings.class);

    /** Endpoints that lag behind the first acceptance get this long to be heard. */
    private static final long GRACE_MILLIS = 250;

    private static final long MAX_BACKOFF_MILLIS = 30_000;
    private static final int POSTS_IN_FLIGHT = 16;
    private static final int LOOKUPS_PER_TRACKER = 64;

    private final BrisketConfig config;

    public ConnectorSettings(BrisketConfig config) {
        this.config = config;
    }

    public KafkaSettings kafka() {
        return new KafkaSettings(
                config.kafka().bootstrapServers(),
                config.kafka().consumerGroup(),
                config.kafka().transactionalIdPrefix(),
                config.kafka().transactionTimeout().toMillis(),
                config.kafka().properties().asMap());
    }

    /** Every topic that the job reads or writes. */
    public List<String> topics() {
        return List.copyOf(config.kafka().topics().byKey().values());
    }

    TopologyPorts ports() {
        KafkaTopics topics = config.kafka().topics();
        ChainSettings chain = chain();
        return new TopologyPorts(
                source(topics.submissions(), false),
                source(topics.decisions(), true),
                source(topics.networkEvents(), false),
                source(topics.stateQueries(), false),
                headers().feed(),
                ExactlyOnceKafkaSink.create(kafka(), outputTopics().all()),
                () -> ChainTrackers.fromSettings(chain),
                broadcaster());
    }

    private KafkaSource<KafkaRecord> source(String topic, boolean readCommitted) {
        return KafkaRecordSource.create(
                kafka(),
                config.kafka().consumerGroup(),
                List.of(topic),
                StartingOffsets.COMMITTED,
                readCommitted);
    }

    private Optional<SerializableFactory<Broadcaster>> broadcaster() {
        if (!config.extendedFormatBroadcasting().enabled()) {
            return Optional.empty();
        }
        BroadcastSettings settings = broadcast();
        return Optional.of(() -> FanOutBroadcaster.fromSettings(settings));
    }

    TopologySettings topologySettings(Lineage lineage) {
        SpvConfig spv = config.spv();
        return new TopologySettings(
                intake(),
                verifier(),
                Set.copyOf(config.topicManager().topics()),
                Set.copyOf(config.basketManager().baskets()),
                outputTopics(),
                headers().keeper(),
                spv.validationTimeout().toMillis(),
                spv.patience().toMillis(),
                spv.concurrentLookups(),
                tracking(),
                lineage);
    }

    private TrackingSettings tracking() {
        BroadcastConfig broadcast = config.extendedFormatBroadcasting();
        return new TrackingSettings(
                broadcast.refusalDeadline().toMillis(),
                headers().finality(),
                broadcast.enabled()
                        ? new PollSchedule(broadcast.statusPollInterval().toMillis())
                        : PollSchedule.NEVER);
    }

    private IntakeSettings intake() {
        BeefProcessingConfig beef = config.beefProcessing();
        return new IntakeSettings(
                beef.maxRecordBytes().toIntBytes(),
                beef.maxTransactions(),
                beef.maxBumps(),
                beef.maxTopicsPerRecord(),
                beef.defaultAtomicity() == Atomicity.ALL_OR_NOTHING,
                beef.defaultMode() == SubmissionMode.HISTORICAL);
    }

    private SerializableFactory<SpvVerifier> verifier() {
        int maxUnmined = config.beefProcessing().maxAncestorDepth();
        String network = config.spv().network().name();
        RuleSet rules = config.spv().scriptRules();
        return () ->
                new SpvVerifier(
                                new SpvLimits(
                                        maxUnmined,
                                        SpvLimits.DEFAULT.maxCost(),
                                        SpvLimits.DEFAULT.maxStackBytes()),
                                heights(BsvNetwork.valueOf(network)),
                                reported(Secp256k1.best()))
                        .with(rules);
    }

    /** Which provider a subtask got decides how fast it is, so its log says it. */
    private static Secp256k1 reported(Secp256k1 provider) {
        LOG.info("signatures are verified by {}", provider.description());
        return provider;
    }

    private static ActivationHeights heights(BsvNetwork network) {
        return switch (network) {
            case MAIN -> ActivationHeights.MAIN;
            case TEST -> ActivationHeights.TEST;
            case STN -> ActivationHeights.SCALING_TEST;
            case REGTEST -> ActivationHeights.REGRESSION_TEST;
        };
    }

    private OutputTopics outputTopics() {
        KafkaTopics topics = config.kafka().topics();
        return new OutputTopics(
                topics.results(),
                topics.admissions(),
                topics.rollbacks(),
                topics.rejections(),
                topics.decisions(),
                topics.stateAnswers(),
                topics.transactions());
    }

    /** The chain trackers with their limits. */
    public ChainSettings chain() {
        SpvConfig spv = config.spv();
        return new ChainSettings(
                spv.chainTrackers().stream().map(ConnectorSettings::tracker).toList(),
                spv.quorum(),
                spv.validationTimeout().toMillis(),
                spv.cacheExpiry().toMillis(),
                spv.cacheEntries(),
                LOOKUPS_PER_TRACKER,
                whatsOnChainName(spv.network()));
    }

    private HeaderSettings headers() {
        return new HeaderSettings(config.spv(), chain());
    }

    private static TrackerSettings tracker(ChainTrackerConfig tracker) {
        String kind =
                switch (tracker.kind()) {
                    case WHATS_ON_CHAIN -> TrackerSettings.WHATS_ON_CHAIN;
                    case BLOCK_HEADERS_SERVICE -> TrackerSettings.BLOCK_HEADERS_SERVICE;
                    case CHAINTRACKS -> TrackerSettings.CHAINTRACKS;
                };
        return new TrackerSettings(
                tracker.name(), kind, tracker.url().toString(), reveal(tracker.apiKeyFile()));
    }

    /** WhatsOnChain serves three networks; a local one answers for the first. */
    private static String whatsOnChainName(BsvNetwork network) {
        return switch (network) {
            case MAIN, REGTEST -> "main";
            case TEST -> "test";
            case STN -> "stn";
        };
    }

    private BroadcastSettings broadcast() {
        BroadcastConfig broadcasting = config.extendedFormatBroadcasting();
        return new BroadcastSettings(
                broadcasting.endpoints().stream().map(ConnectorSettings::endpoint).toList(),
                broadcasting.batchSize(),
                broadcasting.linger().toMillis(),
                broadcasting.attempts() - 1,
                broadcasting.initialBackoff().toMillis(),
                broadcasting.requestTimeout().toMillis(),
                POSTS_IN_FLIGHT,
                broadcasting.requiredAcceptances(),
                GRACE_MILLIS,
                MAX_BACKOFF_MILLIS,
                broadcasting.callbackUrl().map(Object::toString).orElse(""),
                reveal(broadcasting.callbackTokenFile()),
                true);
    }

    private static EndpointSettings endpoint(EndpointConfig endpoint) {
        return new EndpointSettings(
                endpoint.name(), endpoint.url().toString(), reveal(endpoint.apiKeyFile()));
    }

    private static String reveal(Optional<Secret> secret) {
        return secret.map(Secret::reveal).orElse("");
    }
}
