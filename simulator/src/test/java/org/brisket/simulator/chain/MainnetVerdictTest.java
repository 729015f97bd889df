package org.brisket.simulator.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefGraph;
import org.brisket.protocol.beef.BeefLimits;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.header.BlockHeader;
import org.brisket.protocol.script.ActivationHeights;
import org.brisket.protocol.spv.ChainTip;
import org.brisket.protocol.spv.RequiredRoots;
import org.brisket.protocol.spv.SpvLimits;
import org.brisket.protocol.spv.SpvVerdict;
import org.brisket.protocol.spv.SpvVerifier;
import org.brisket.protocol.spv.VerifiedTransactions;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.simulator.http.SimulatedNetwork;
import org.brisket.simulator.http.SimulatedNetworkOptions;
import org.brisket.simulator.network.AcceptanceOptions;
import org.brisket.simulator.network.PostedTransaction;
import org.brisket.simulator.network.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MainnetVerdictTest {
    private static final ChainTip TIP = new ChainTip(2_000_000, 1_800_000_000L);

    private final MainnetHeaders headers = MainnetHeaders.load();
    private final SpvVerifier verifier =
            new SpvVerifier(SpvLimits.DEFAULT, ActivationHeights.MAIN, Secp256k1.best());

    static List<MainnetBeef> beefs() {
        return MainnetBeef.loadAll();
    }

    @ParameterizedTest
    @MethodSource("beefs")
    void getsTheVerdictThatItIsShippedWith(MainnetBeef golden) {
        Optional<RejectionReason> refusal = refusal(golden);
        if (refusal.isEmpty()) {
            assertThat(golden.accepted()).isTrue();
        } else {
            assertThat(golden.reasons()).contains(refusal.get());
        }
    }

    @ParameterizedTest
    @MethodSource("beefs")
    void isTakenByTheSimulatedNetworkIfItIsAccepted(MainnetBeef golden) throws MalformedException {
        if (refusal(golden).isPresent()) {
            return;
        }
        BeefGraph graph = Beef.parse(golden.bytes(), BeefLimits.DEFAULT).graph();
        var accepted = (SpvVerdict.Accepted) verifier.verify(graph, TIP, VerifiedTransactions.NONE);
        if (accepted.minedAtHeight().isPresent()) {
            return;
        }
        List<ExtendedTransaction> unmined = new ArrayList<>(accepted.unminedAncestors());
        unmined.add(accepted.subject());
        SimulatedChain chain = new SimulatedChain(1, FundingOptions.none());
        try (SimulatedNetwork network =
                SimulatedNetwork.start(chain, SimulatedNetworkOptions.defaults())) {
            for (ExtendedTransaction transaction : unmined) {
                Verdict verdict =
                        network.ledger()
                                .post(
                                        "test",
                                        PostedTransaction.parse(transaction.toBytes()),
                                        AcceptanceOptions.ALL_CHECKS);
                assertThat(verdict.isAccepted()).as("%s: %s", golden.name(), verdict).isTrue();
            }
            assertThat(network.mineBlock().txids()).contains(golden.subject());
        }
    }

    private Optional<RejectionReason> refusal(MainnetBeef golden) {
        BeefGraph graph;
        try {
            graph = Beef.parse(golden.bytes(), BeefLimits.DEFAULT).graph();
        } catch (MalformedException e) {
            return Optional.of(RejectionReason.MALFORMED_BEEF);
        }
        if (verifier.requiredRoots(graph) instanceof RequiredRoots.Roots roots) {
            for (RootQuery query : roots.queries()) {
                var known = headers.at(query.height()).map(BlockHeader::merkleRoot);
                if (!known.equals(Optional.of(query.root()))) {
                    return Optional.of(RejectionReason.INVALID_MERKLE_ROOT);
                }
            }
        } else if (verifier.requiredRoots(graph) instanceof RequiredRoots.Rejected rejected) {
            return Optional.of(rejected.rejection().reason());
        }
        return verifier.verify(graph, TIP, VerifiedTransactions.NONE)
                        instanceof SpvVerdict.Rejected rejected
                ? Optional.of(rejected.rejection().reason())
                : Optional.empty();
    }
}
