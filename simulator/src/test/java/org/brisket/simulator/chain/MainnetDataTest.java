package org.brisket.simulator.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefEntry;
import org.brisket.protocol.beef.BeefLimits;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.header.BlockHeader;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.protocol.verdict.RejectionReason;
import org.junit.jupiter.api.Test;

class MainnetDataTest {
    private final MainnetHeaders headers = MainnetHeaders.load();
    private final List<MainnetBeef> beefs = MainnetBeef.loadAll();

    @Test
    void knowsTheGenesisBlockAndBlock883637() {
        assertThat(headers.at(0).orElseThrow().hash())
                .hasToString("000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f");
        assertThat(headers.at(883_637).orElseThrow().hash())
                .hasToString("0000000000000000060ac8d63b78d41f58c9aba0b09f81db7d51fa4905a47263");
    }

    @Test
    void hasProofOfWorkInEveryHeaderAndTheRealHashWhereItIsKnown() {
        for (long height : headers.heights()) {
            BlockHeader header = headers.at(height).orElseThrow();
            assertThat(header.hasProofOfWork()).as("header %d", height).isTrue();
            headers.realHash(height).ifPresent(hash -> assertThat(header.hash()).isEqualTo(hash));
        }
    }

    @Test
    void liesBelowTheSimulatedChain() {
        SimulatedChain chain = new SimulatedChain(1, FundingOptions.none());
        assertThat(headers.highest()).isLessThan(SimulatedChain.FIRST_HEIGHT);
        Headers both = headers.below(chain);
        assertThat(both.tipHeight()).isEqualTo(SimulatedChain.FIRST_HEIGHT);
        assertThat(both.at(0)).isPresent();
        assertThat(both.at(1)).isEmpty();
        assertThat(both.at(SimulatedChain.FIRST_HEIGHT)).isEqualTo(chain.at(chain.tipHeight()));
    }

    @Test
    void provesEveryMinedTransactionOfAnAcceptedBeefByAKnownRoot() throws MalformedException {
        Set<String> names = new HashSet<>();
        for (MainnetBeef golden : beefs) {
            assertThat(names.add(golden.name())).as(golden.name()).isTrue();
            Beef beef = Beef.parse(golden.bytes(), BeefLimits.DEFAULT);
            if (!golden.accepted()) {
                assertThat(golden.reasons()).as(golden.name()).isNotEmpty();
                continue;
            }
            if (golden.reasons().contains(RejectionReason.INVALID_MERKLE_PATH)) {
                continue;
            }
            assertThat(beef.graph().subject().txid()).isEqualTo(golden.subject());
            for (BeefEntry entry : beef.entries()) {
                if (beef.graph().isProven(entry.txid())) {
                    requireKnownRoot(beef.graph().proof(entry.txid()).orElseThrow(), entry, golden);
                }
            }
        }
        assertThat(beefs).filteredOn(MainnetBeef::accepted).hasSizeGreaterThan(10);
        assertThat(beefs).filteredOn(b -> !b.accepted()).hasSizeGreaterThan(5);
    }

    private void requireKnownRoot(MerklePath path, BeefEntry entry, MainnetBeef golden)
            throws MalformedException {
        MerkleRoot known = headers.at(path.blockHeight()).orElseThrow().merkleRoot();
        assertThat(path.rootOf(entry.txid())).as(golden.name()).isEqualTo(known);
    }
}
