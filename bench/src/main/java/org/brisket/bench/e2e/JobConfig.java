package org.brisket.bench.e2e;

import java.util.List;
import org.brisket.simulator.chain.SimulatedChain;

/** The configuration of one run of the job: topics of its own, everything else by default. */
record JobConfig(String run, String brokers, NetworkAddresses network) {
    private static final List<String> TOPICS =
            List.of(
                    "submissions",
                    "results",
                    "admissions",
                    "rollbacks",
                    "rejections",
                    "decisions",
                    "network-events",
                    "state-queries",
                    "state-answers",
                    "transactions");

    List<String> topics() {
        return TOPICS.stream().map(this::topic).toList();
    }

    String submissions() {
        return topic("submissions");
    }

    String results() {
        return topic("results");
    }

    private String topic(String key) {
        return run + "-" + key;
    }

    String toYaml() {
        StringBuilder yaml = new StringBuilder();
        yaml.append("kafka:\n  bootstrap-servers: ").append(brokers).append('\n');
        yaml.append("  consumer-group: ").append(run).append('\n');
        yaml.append("  transactional-id-prefix: ").append(run).append('\n');
        yaml.append("  topics:\n");
        TOPICS.forEach(key -> yaml.append("    %s: %s%n".formatted(key, topic(key))));
        // The usual ones; on a busy machine the check before the start would give up too soon.
        yaml.append("  properties: {request.timeout.ms: 30000, default.api.timeout.ms: 60000}\n");
        return yaml.append(services()).toString();
    }

    private String services() {
        return """
                spv:
                  chain-trackers:
                    - {name: whatsonchain, kind: whats-on-chain, url: "%s"}
                    - {name: headers, kind: block-headers-service, url: "%s"}
                    - {name: chaintracks, kind: chaintracks, url: "%s"}
                  headers:
                    rules: regtest
                    start-height: %d
                    start-hash: %s
                extended-format-broadcasting:
                  endpoints:
                    - {name: arc-1, url: "%s"}
                    - {name: arc-2, url: "%s"}
                """
                .formatted(
                        network.whatsOnChain(),
                        network.blockHeadersService(),
                        network.chaintracks(),
                        SimulatedChain.FIRST_HEIGHT,
                        network.firstBlock(),
                        network.arc1(),
                        network.arc2());
    }
}
