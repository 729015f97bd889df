package org.brisket.job.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.brisket.job.config.binding.ConfigBinder;
import org.brisket.job.config.binding.InvalidConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BrisketConfigTest {
    @TempDir private Path folder;

    @Test
    void needsOnlyTrackersAndEndpoints() {
        BrisketConfig config = BrisketConfig.load(ConfigFixture.LEAST);

        assertThat(config.kafka()).isEqualTo(BrisketConfig.defaults().kafka());
        assertThat(config.spv().chainTrackers()).hasSize(2);
    }

    @Test
    void namesWhatAnEmptyFileLacks() {
        assertThat(ConfigFixture.problems(BrisketConfig.class, ""))
                .containsExactly(
                        "spv.chain-trackers: number of entries is 0, must be at least the quorum (2)",
                        "extended-format-broadcasting.endpoints: number of entries is 0,"
                                + " must be at least required-acceptances (1)");
    }

    @Test
    void givesEverySectionItsDefaults() {
        BrisketConfig config = BrisketConfig.defaults();

        assertThat(config.beefProcessing())
                .isEqualTo(ConfigBinder.defaults(BeefProcessingConfig.class));
        assertThat(config.spv()).isEqualTo(ConfigBinder.defaults(SpvConfig.class));
        assertThat(config.monitoring()).isEqualTo(ConfigBinder.defaults(MonitoringConfig.class));
    }

    @Test
    void mapsEverySection() {
        String yaml =
                ConfigFixture.LEAST
                        + """
                        kafka: {consumer-group: g}
                        beef-processing: {max-bumps: 7}
                        topic-manager: {topics: [tm_one]}
                        basket-manager: {baskets: [stock/apples]}
                        monitoring: {max-processing-time: 9 s}
                        """;

        BrisketConfig config = BrisketConfig.load(yaml);

        assertThat(config.kafka().consumerGroup()).isEqualTo("g");
        assertThat(config.beefProcessing().maxBumps()).isEqualTo(7);
        assertThat(config.topicManager().topics()).containsExactly("tm_one");
        assertThat(config.basketManager().baskets()).containsExactly("stock/apples");
        assertThat(config.monitoring().maxProcessingTime()).hasSeconds(9);
    }

    @Test
    void listsEveryProblemAtOnce() {
        String yaml =
                """
                kafak: {}
                kafka: {transaction-timeout: 5}
                spv: {quorum: 0}
                beef-processing: 5
                """;

        assertThat(ConfigFixture.problems(BrisketConfig.class, yaml))
                .hasSize(5)
                .anyMatch(line -> line.startsWith("kafak: unknown key, must be one of kafka, "))
                .anyMatch(line -> line.startsWith("kafka.transaction-timeout: value is 5, must be"))
                .anyMatch(line -> line.equals("spv.quorum: value is 0, must be between 1 and 16"))
                .anyMatch(line -> line.startsWith("beef-processing: value is 5, must be a section"))
                .anyMatch(line -> line.startsWith("extended-format-broadcasting.endpoints: "));
    }

    @Test
    void readsBackWhatItWrites() {
        BrisketConfig config = BrisketConfig.load(ConfigFixture.LEAST);

        assertThat(BrisketConfig.load(config.toYaml())).isEqualTo(config);
    }

    @Test
    void showsNoSecret() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "hunter2\n");
        String yaml =
                ConfigFixture.LEAST
                        + "    - {name: arc2, url: 'http://d', api-key-file: '%s'}\n".formatted(key)
                        + "kafka: {properties: {ssl.key.password: hunter2, client.dns.lookup: any}}\n";

        BrisketConfig config = BrisketConfig.load(yaml);

        assertThat(config.extendedFormatBroadcasting().endpoints().get(1).apiKeyFile())
                .hasValueSatisfying(secret -> assertThat(secret.reveal()).isEqualTo("hunter2"));
        assertThat(config.toYaml())
                .contains(
                        "api-key-file: " + key, "ssl.key.password: '***'", "client.dns.lookup: any")
                .doesNotContain("hunter2");
        assertThat(config.toString()).doesNotContain("hunter2");
    }

    @Test
    void hashesTheEffectiveConfiguration() {
        BrisketConfig config = BrisketConfig.load(ConfigFixture.LEAST);
        BrisketConfig same = BrisketConfig.load(ConfigFixture.LEAST + "kafka: {}\n");
        BrisketConfig other =
                BrisketConfig.load(ConfigFixture.LEAST + "kafka: {consumer-group: g}\n");

        assertThat(config.sha256()).hasSize(64).isEqualTo(same.sha256());
        assertThat(other.sha256()).isNotEqualTo(config.sha256());
    }

    @Test
    void readsFilesAndStreams() throws IOException {
        Path file = Files.writeString(folder.resolve("brisket.yaml"), ConfigFixture.LEAST);
        byte[] bytes = ConfigFixture.LEAST.getBytes(StandardCharsets.UTF_8);

        assertThat(BrisketConfig.load(file))
                .isEqualTo(BrisketConfig.load(new ByteArrayInputStream(bytes)))
                .isEqualTo(BrisketConfig.load(ConfigFixture.LEAST));
    }

    @Test
    void refusesFilesThatItCannotRead() {
        assertThatThrownBy(() -> BrisketConfig.load(folder.resolve("absent.yaml")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageEndingWith("absent.yaml does not exist");
        assertThatThrownBy(() -> BrisketConfig.load(folder))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageEndingWith("cannot be read");
        byte[] huge = new byte[1024 * 1024 + 1];
        assertThatThrownBy(() -> BrisketConfig.load(new ByteArrayInputStream(huge)))
                .hasMessage("configuration is larger than 1 MiB");
    }
}
