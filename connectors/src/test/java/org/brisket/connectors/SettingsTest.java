package org.brisket.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.apache.flink.util.InstantiationUtil;
import org.brisket.connectors.arc.BroadcastSettings;
import org.brisket.connectors.arc.EndpointSettings;
import org.brisket.connectors.callback.CallbackSettings;
import org.brisket.connectors.chain.ChainSettings;
import org.brisket.connectors.chain.HeaderFeedSettings;
import org.brisket.connectors.chain.TrackerSettings;
import org.brisket.connectors.kafka.KafkaSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {
    static List<Serializable> settings() {
        return List.of(
                new KafkaSettings("broker:9092", "group", "prefix", 1, Map.of("a", "hunter2")),
                new ChainSettings(
                        List.of(
                                new TrackerSettings(
                                        "woc",
                                        TrackerSettings.WHATS_ON_CHAIN,
                                        "http://tracker",
                                        "hunter2")),
                        1,
                        5_000,
                        300_000,
                        1_000,
                        64,
                        "main"),
                new HeaderFeedSettings(
                        List.of(
                                new TrackerSettings(
                                        "woc",
                                        TrackerSettings.WHATS_ON_CHAIN,
                                        "http://tracker",
                                        "hunter2")),
                        "main",
                        1,
                        10_000,
                        2_000),
                new BroadcastSettings(
                        List.of(new EndpointSettings("arc", "http://arc", "hunter2")),
                        100,
                        10,
                        3,
                        200,
                        10_000,
                        16,
                        1,
                        250,
                        30_000,
                        "http://callback",
                        "hunter2",
                        true),
                new CallbackSettings("localhost", 0, "hunter2", "network-events"));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void travelToTheTaskManagersUnchanged(Serializable settings) throws Exception {
        assertThat(InstantiationUtil.clone(settings)).isEqualTo(settings);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void neverPrintASecret(Serializable settings) {
        assertThat(settings.toString()).doesNotContain("hunter2");
    }
}
