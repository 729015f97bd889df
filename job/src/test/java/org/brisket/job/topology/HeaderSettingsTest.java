package org.brisket.job.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.apache.flink.util.InstantiationUtil;
import org.brisket.connectors.chain.ChainSettings;
import org.brisket.connectors.chain.TrackerSettings;
import org.brisket.job.config.SpvConfig;
import org.brisket.job.config.binding.ConfigBinder;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.BlockHash;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.header.BlockHeader;
import org.junit.jupiter.api.Test;

final class HeaderSettingsTest {
    private static final String HASH = "0a".repeat(32);

    private static HeaderSettings settings(String yaml) {
        String trackers = "chain-trackers: [{name: a, kind: chaintracks, url: 'http://a'}]\n";
        SpvConfig spv = ConfigBinder.bind(SpvConfig.class, trackers + "quorum: 1\n" + yaml);
        TrackerSettings tracker =
                new TrackerSettings("a", TrackerSettings.CHAINTRACKS, "http://a", "");
        return new HeaderSettings(spv, new ChainSettings(List.of(tracker), 1, 1, 1, 1, 1, "main"));
    }

    @Test
    void beginsWithTheBlockThatIsConfigured() {
        String yaml = "headers: {start-height: 7, start-hash: %s}".formatted(HASH);

        assertThat(settings(yaml).anchor()).contains(new HeaderSettings.Anchor(7, HASH));
    }

    @Test
    void knowsABlockOfMainAndRegtestOnly() {
        assertThat(settings("network: main").anchor()).contains(HeaderSettings.MAIN);
        assertThat(settings("network: regtest").anchor()).contains(HeaderSettings.REGTEST);
        assertThat(settings("network: test").anchor()).isEmpty();
        assertThat(settings("network: stn").feed()).isEmpty();
    }

    @Test
    void followsNobodyWhereHeadersAreOff() {
        HeaderSettings off = settings("headers: {enabled: false}");

        assertThat(off.anchor()).isEqualTo(Optional.empty());
        assertThat(off.feed()).isEmpty();
        assertThat(off.keeper().create().stored().headers()).isEmpty();
    }

    @Test
    void travelsToTheTaskManagers() throws Exception {
        HeaderSettings main = settings("");

        assertThat(InstantiationUtil.clone(main.keeper()).create()).isNotNull();
        assertThat(InstantiationUtil.clone(main.feed().orElseThrow())).isNotNull();
    }

    @Test
    void hasTheRealGenesisOfRegtest() throws MalformedException {
        BlockHeader genesis =
                new BlockHeader(
                        1,
                        new BlockHash(0, 0, 0, 0),
                        MerkleRoot.fromDisplayHex(
                                "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b"),
                        1_296_688_602,
                        0x207fffff,
                        2);

        assertThat(genesis.hash()).hasToString(HeaderSettings.REGTEST.hash());
    }
}
