package org.brisket.job.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.brisket.job.config.BrisketConfig;
import org.brisket.job.config.BsvNetwork;
import org.brisket.protocol.hash.BlockHash;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.header.BlockHeader;
import org.junit.jupiter.api.Test;

class StartupChecksTest {
    private final Findings findings = new Findings();

    @Test
    void refusesMoreSubtasksThanKeyGroups() {
        RuntimeChecks.run(facts(721), Duration.ofHours(1), findings);

        assertThat(findings.problems()).singleElement().asString().startsWith("parallelism is 721");
    }

    @Test
    void comparesTheTransactionTimeoutWithThatOfCheckpoints() {
        RuntimeChecks.run(facts(1), Duration.ofSeconds(71), findings);
        assertThat(findings.problems()).isEmpty();

        RuntimeChecks.run(facts(1), Duration.ofSeconds(70), findings);
        assertThat(findings.problems())
                .singleElement()
                .asString()
                .startsWith("kafka.transaction-timeout is 70 s, must be longer than");
    }

    @Test
    void namesTheRightsThatAreLacking() {
        TopicChecks checks = new TopicChecks(null, findings);
        Set<AclOperation> wanted = Set.of(AclOperation.READ, AclOperation.WRITE);

        checks.checkRights("a", wanted, null);
        checks.checkRights("b", wanted, Set.of(AclOperation.ALL));
        checks.checkRights("c", wanted, Set.of(AclOperation.READ, AclOperation.DESCRIBE));

        assertThat(findings.problems())
                .singleElement()
                .asString()
                .startsWith("Kafka topic c: the job's user lacks [WRITE], has [");
    }

    @Test
    void doubtsNamesOfAnotherNetwork() {
        URI test = URI.create("https://arc-testnet.example.com");

        ServiceChecks.checkName("endpoint a", test, BsvNetwork.TEST, findings);
        assertThat(findings.warnings()).isEmpty();
        ServiceChecks.checkName("endpoint a", test, BsvNetwork.MAIN, findings);
        ServiceChecks.checkName(
                "endpoint b", URI.create("https://main.example"), BsvNetwork.STN, findings);

        assertThat(findings.warnings())
                .satisfiesExactly(
                        a -> assertThat(a).contains("sounds like a test network"),
                        b -> assertThat(b).contains("but spv.network is stn"));
    }

    /** The roots stand in headers whose hashes have the work of block 1 in them. */
    @Test
    void knowsTheFirstBlocks() throws Exception {
        assertThat(hash(BsvNetwork.MAIN, MAIN_GENESIS, 1_231_469_665L, 2_573_394_689L))
                .isEqualTo("00000000839a8e6886ab5951d76f411475428afc90947ee320161bbf18eb6048");
        assertThat(hash(BsvNetwork.TEST, TEST_GENESIS, 1_296_688_928L, 1_924_588_547L))
                .isEqualTo("00000000b873e79784647a6c82962c70d228557d24a747ea4d1b8bbe878e1206");
    }

    private static final String MAIN_GENESIS =
            "000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f";
    private static final String TEST_GENESIS =
            "000000000933ea01ad0ee984209779baaec3ced90fa3f408719526f8d77f4943";

    private static String hash(BsvNetwork network, String previous, long time, long nonce)
            throws Exception {
        return new BlockHeader(
                        1,
                        BlockHash.fromDisplayHex(previous),
                        MerkleRoot.fromDisplayHex(NetworkChecks.ROOTS.get(network)),
                        time,
                        0x1d00ffffL,
                        nonce)
                .hash()
                .toString();
    }

    @Test
    void listsWhatIsRequiredOfEachTopicOnce() {
        var topics = BrisketConfig.defaults().kafka().topics();

        assertThat(KafkaChecks.required(topics)).hasSize(10);
        assertThat(KafkaChecks.required(topics).get(topics.submissions()))
                .doesNotContain(AclOperation.WRITE);
        assertThat(List.copyOf(KafkaChecks.required(topics).keySet()).get(0))
                .isEqualTo(topics.submissions());
    }

    private static FlinkFacts facts(int parallelism) {
        return new FlinkFacts(parallelism, Duration.ofSeconds(10), Duration.ofMinutes(1));
    }
}
