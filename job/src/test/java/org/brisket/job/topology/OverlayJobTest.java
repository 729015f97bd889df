package org.brisket.job.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.brisket.job.config.BrisketConfig;
import org.brisket.operators.decision.Lineage;
import org.junit.jupiter.api.Test;

class OverlayJobTest {
    private static BrisketConfig config(String topics, String baskets) {
        return BrisketConfig.load(
                """
                spv: {quorum: 1, chain-trackers: [{name: a, kind: whats-on-chain, url: 'http://a:1'}]}
                extended-format-broadcasting: {enabled: false}
                topic-manager: {topics: [%s]}
                basket-manager: {baskets: [%s]}
                """
                        .formatted(topics, baskets));
    }

    @Test
    void readsAbsentKeysFromFiltersUnlessTheClusterSaysOtherwise() {
        assertThat(filters(new Configuration())).isTrue();

        Configuration cluster = new Configuration();
        cluster.set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, false);
        assertThat(filters(cluster)).isFalse();
    }

    private static boolean filters(Configuration cluster) {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(cluster);
        OverlayJob.build(env, config("tm_any", "btms/p btms"), Lineage.going());
        return env.getConfiguration().get(RocksDBConfigurableOptions.USE_BLOOM_FILTER);
    }

    @Test
    void findsThePlugInsThatShip() {
        assertThat(
                        OverlayJob.pluginProblems(
                                config("tm_any, tm_hello", "btms/p btms, inventory/stock")))
                .isEmpty();
    }

    @Test
    void namesEveryTopicAndBasketManagerThatIsMissing() {
        assertThat(
                        OverlayJob.pluginProblems(
                                config(
                                        "tm_absent",
                                        "gone/baskets, gone/other baskets, lost/baskets")))
                .hasSize(3)
                .anyMatch(problem -> problem.contains("topic manager for tm_absent"))
                .anyMatch(problem -> problem.contains("basket manager for gone"))
                .anyMatch(problem -> problem.contains("basket manager for lost"));
    }
}
