package org.brisket.job.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.brisket.job.config.BrisketConfig;
import org.brisket.job.config.ChainTrackerConfig;
import org.brisket.job.config.EndpointConfig;
import org.brisket.job.config.binding.InvalidConfigException;
import org.brisket.job.failure.ExplainedFailure;
import org.brisket.simulator.chain.FundingOptions;
import org.brisket.simulator.chain.SimulatedChain;
import org.brisket.simulator.http.SimulatedNetwork;
import org.brisket.simulator.http.SimulatedNetworkOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalConfigTest {
    @TempDir private Path folder;

    private final SimulatedNetwork network =
            SimulatedNetwork.start(
                    new SimulatedChain(1, FundingOptions.none()),
                    SimulatedNetworkOptions.defaults());

    @AfterEach
    void stopNetwork() {
        network.close();
    }

    @Test
    void namesEverythingThatLocalModeStarted() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "sesame");

        BrisketConfig config =
                local(Optional.empty()).withCallbacks("http://127.0.0.1:1/callback", token).load();

        assertThat(config.kafka().bootstrapServers()).isEqualTo("127.0.0.1:9");
        assertThat(config.kafka().consumerGroup()).isEqualTo("run-1");
        assertThat(config.spv().quorum()).isEqualTo(2);
        assertThat(config.spv().chainTrackers())
                .extracting(ChainTrackerConfig::name)
                .containsExactly("whats-on-chain", "block-headers-service", "chaintracks");
        assertThat(config.extendedFormatBroadcasting().endpoints())
                .extracting(EndpointConfig::name)
                .containsExactly("arc1", "arc2");
        assertThat(config.extendedFormatBroadcasting().callbackUrl().orElseThrow())
                .hasToString("http://127.0.0.1:1/callback");
        assertThat(config.extendedFormatBroadcasting().callbackTokenFile().orElseThrow().reveal())
                .isEqualTo("sesame");
    }

    @Test
    void takesTopicsAndLimitsFromTheFileButNoAddresses() throws IOException {
        Path file =
                write(
                        """
                        kafka:
                          bootstrap-servers: elsewhere:9092
                          topics: {results: my-results}
                        spv:
                          quorum: 1
                          cache-expiry: 10 s
                          chain-trackers: [{name: real, kind: chaintracks, url: 'http://real'}]
                        """);

        BrisketConfig config = local(Optional.of(file)).load();

        assertThat(config.kafka().topics().results()).isEqualTo("my-results");
        assertThat(config.kafka().topics().submissions()).isEqualTo("beef-submissions");
        assertThat(config.spv().cacheExpiry()).hasSeconds(10);
        assertThat(config.kafka().bootstrapServers()).isEqualTo("127.0.0.1:9");
        assertThat(config.spv().quorum()).isEqualTo(2);
        assertThat(config.spv().chainTrackers()).hasSize(3);
    }

    @Test
    void reportsUnknownKeysOfTheFile() throws IOException {
        Path file = write("kafka: {topcis: {}}\n");

        assertThatThrownBy(() -> local(Optional.of(file)).load())
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("topcis");
    }

    @Test
    void explainsFileThatIsNoMapping() throws IOException {
        Path file = write("- one\n- two\n");

        assertThatThrownBy(() -> local(Optional.of(file)))
                .isInstanceOf(ExplainedFailure.class)
                .hasMessageEndingWith("is not a YAML mapping; try check-config");
    }

    @Test
    void explainsThatTheWorkloadNeedsItsTopics() throws IOException {
        Path file = write("topic-manager: {topics: [tm_any]}\n");

        assertThatThrownBy(() -> local(Optional.of(file)).load())
                .isInstanceOf(ExplainedFailure.class)
                .hasMessageContaining("needs tm_any and tm_hello");
    }

    private LocalConfig local(Optional<Path> file) {
        return new LocalConfig(file).withBroker("127.0.0.1:9", "run-1").withNetwork(network);
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("brisket.yaml"), yaml);
    }
}
