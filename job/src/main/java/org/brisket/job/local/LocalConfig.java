package org.brisket.job.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.brisket.job.config.BrisketConfig;
import org.brisket.job.failure.ExplainedFailure;
import org.brisket.protocol.header.BlockHeader;
import org.brisket.simulator.chain.SimulatedChain;
import org.brisket.simulator.http.SimulatedNetwork;

/**
 * The job's configuration in local mode: the defaults, then the user's file, then the addresses of
 * what local mode itself has started.
 */
final class LocalConfig {
    /**
     * Few enough blocks to see transactions become final in a run, and more than the deepest
     * reorganisation that we rehearse takes away.
     */
    private static final int FINALITY_DEPTH = 7;

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};
    private static final List<String> TOPICS_OF_THE_WORKLOAD = List.of("tm_any", "tm_hello");
    private static final List<String> BASKETS_THAT_SHIP = List.of("btms/p btms", "inventory/stock");

    private final Map<String, Object> tree = new LinkedHashMap<>();

    /** Begins with the user's file, if there is one. */
    LocalConfig(Optional<Path> file) {
        put(
                Map.of("refusal-deadline", "30 s", "status-poll-interval", "500 ms"),
                "extended-format-broadcasting");
        // Everything shares one machine here: a slow answer is no reason to refuse.
        put(Map.of("validation-timeout", "30 s"), "spv");
        put(Map.of("baskets", BASKETS_THAT_SHIP), "basket-manager");
        file.ifPresent(path -> merge(tree, read(path)));
    }

    private static Map<String, Object> read(Path file) {
        try {
            Map<String, Object> keys = YAML.readValue(Files.readString(file), TREE);
            return keys == null ? Map.of() : keys;
        } catch (JsonProcessingException wrong) {
            throw new ExplainedFailure(file + " is not a YAML mapping; try check-config", wrong);
        } catch (IOException unreadable) {
            throw new ExplainedFailure("cannot read configuration file " + file, unreadable);
        }
    }

    /** The broker, and a name of this run's own for what the broker remembers of a job. */
    LocalConfig withBroker(String bootstrapServers, String runName) {
        return put(
                Map.of(
                        "bootstrap-servers", bootstrapServers,
                        "consumer-group", runName,
                        "transactional-id-prefix", runName),
                "kafka");
    }

    /** The three header services and all ARC endpoints of a simulated network. */
    LocalConfig withNetwork(SimulatedNetwork network) {
        put(
                Map.of(
                        "network",
                        "main",
                        "quorum",
                        2,
                        "headers",
                        headers(network.chain()),
                        "chain-trackers",
                        List.of(
                                tracker("whats-on-chain", network.whatsOnChain().url()),
                                tracker(
                                        "block-headers-service",
                                        network.blockHeadersService().url()),
                                tracker("chaintracks", network.chaintracks().url()))),
                "spv");
        List<Map<String, Object>> endpoints =
                network.arcs().stream()
                        .map(arc -> Map.<String, Object>of("name", arc.name(), "url", arc.url()))
                        .toList();
        return put(Map.of("enabled", true, "endpoints", endpoints), "extended-format-broadcasting");
    }

    /**
     * The simulated chain from its first block on; nothing but the address differs from a real one.
     */
    private static Map<String, Object> headers(SimulatedChain chain) {
        BlockHeader first = chain.at(SimulatedChain.FIRST_HEIGHT).orElseThrow();
        return Map.of(
                "rules",
                "regtest",
                "start-height",
                SimulatedChain.FIRST_HEIGHT,
                "start-hash",
                first.hash().toString(),
                "poll-interval",
                "500 ms",
                "finality-depth",
                FINALITY_DEPTH);
    }

    private static Map<String, Object> tracker(String kind, String url) {
        return Map.of("name", kind, "kind", kind, "url", url);
    }

    LocalConfig withCallbacks(String url, Path tokenFile) {
        return put(
                Map.of("callback-url", url, "callback-token-file", tokenFile.toString()),
                "extended-format-broadcasting");
    }

    /**
     * The configuration as a whole.
     *
     * @throws org.brisket.job.config.binding.InvalidConfigException with every problem
     */
    BrisketConfig load() {
        try {
            BrisketConfig config = BrisketConfig.load(YAML.writeValueAsString(tree));
            if (!config.topicManager().topics().containsAll(TOPICS_OF_THE_WORKLOAD)) {
                throw new ExplainedFailure(
                        "local mode needs %s among topic-manager.topics, its workload goes there"
                                .formatted(String.join(" and ", TOPICS_OF_THE_WORKLOAD)));
            }
            return config;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts that cannot be written", e);
        }
    }

    private LocalConfig put(Map<String, Object> keys, String section) {
        merge(tree, Map.of(section, keys));
        return this;
    }

    /** Keys of the second tree replace those of the first, sections key by key. */
    private static void merge(Map<String, Object> into, Map<String, Object> from) {
        from.forEach(
                (key, value) -> {
                    if (value instanceof Map<?, ?> && into.get(key) instanceof Map<?, ?>) {
                        Map<String, Object> section = section(into.get(key));
                        merge(section, section(value));
                        into.put(key, section);
                    } else if (value != null) {
                        into.put(key, value);
                    }
                });
    }

    /** A copy that can be changed. */
    private static Map<String, Object> section(Object mapping) {
        Map<String, Object> copy = new LinkedHashMap<>();
        ((Map<?, ?>) mapping).forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }
}
