package org.brisket.simulator.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefLimits;
import org.brisket.protocol.beef.BeefVersion;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.overlay.TopicTransaction;
import org.brisket.protocol.overlay.topic.HelloTopicManager;
import org.brisket.protocol.script.ActivationHeights;
import org.brisket.protocol.spv.ChainTip;
import org.brisket.protocol.spv.RequiredRoots;
import org.brisket.protocol.spv.SpvLimits;
import org.brisket.protocol.spv.SpvVerdict;
import org.brisket.protocol.spv.SpvVerifier;
import org.brisket.protocol.spv.VerifiedTransactions;
import org.brisket.protocol.submission.Atomicity;
import org.brisket.protocol.submission.Header;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.submission.SubmissionHeaders;
import org.brisket.protocol.submission.SubmissionMode;
import org.brisket.protocol.submission.SubmissionOptions;
import org.brisket.protocol.submission.SubmissionValue;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.simulator.chain.SimulatedChain;
import org.brisket.simulator.network.AcceptanceOptions;
import org.brisket.simulator.network.NetworkLedger;
import org.brisket.simulator.network.NetworkOptions;
import org.brisket.simulator.network.PostedTransaction;
import org.junit.jupiter.api.Test;

class WorkloadTest {
    private static final long SEED = 42;
    private static final WorkloadOptions MIXED = WorkloadOptions.of(1_500).withBadShare(0.4);

    private final SpvVerifier verifier =
            new SpvVerifier(SpvLimits.DEFAULT, ActivationHeights.MAIN, Secp256k1.best());

    @Test
    void givesTheSameBytesFromTheSameSeed() {
        Workload workload = new Workload(SEED, MIXED);
        List<String> first = workload.stream().map(WorkloadTest::fingerprint).toList();
        List<String> again = workload.stream().map(WorkloadTest::fingerprint).toList();
        List<String> elsewhere =
                new Workload(SEED, MIXED).stream().map(WorkloadTest::fingerprint).toList();
        List<String> other =
                new Workload(SEED + 1, MIXED).stream().map(WorkloadTest::fingerprint).toList();
        assertThat(again).isEqualTo(first);
        assertThat(elsewhere).isEqualTo(first);
        assertThat(other).doesNotContainAnyElementsOf(first);
    }

    @Test
    void givesEverySubmissionTheVerdictThatItMustGet() throws MalformedException {
        Workload workload = new Workload(SEED, MIXED);
        SimulatedChain chain = new SimulatedChain(SEED, workload.funding());
        Map<SubmissionKind, Integer> seen = new EnumMap<>(SubmissionKind.class);
        for (PlannedSubmission planned : workload) {
            seen.merge(planned.kind(), 1, Integer::sum);
            Optional<RejectionReason> refusal = refusal(planned, chain);
            assertThat(planned.expected().admitted())
                    .as("%s %s: %s", planned.submissionId(), planned.kind(), refusal)
                    .isEqualTo(refusal.isEmpty());
            refusal.ifPresent(
                    reason ->
                            assertThat(planned.expected().allowsRejection(reason))
                                    .as("%s: %s", planned.kind(), reason)
                                    .isTrue());
            assertThat(planned.kind().isBad()).isNotEqualTo(planned.expected().admitted());
        }
        assertThat(seen).containsOnlyKeys(SubmissionKind.values());
        assertThat(seen.values()).allMatch(count -> count > 20);
    }

    @Test
    void makesEachKindWhatItClaimsToBe() {
        Map<Txid, SubmissionKind> earlier = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (PlannedSubmission planned : new Workload(SEED, MIXED)) {
            assertThat(ids.add(planned.submissionId())).isTrue();
            if (planned.kind() == SubmissionKind.REPEAT) {
                assertThat(earlier).containsKey(planned.txid().orElseThrow());
            } else if (planned.kind() == SubmissionKind.MALFORMED) {
                assertThat(planned.txid()).isEmpty();
            } else {
                assertThat(earlier.put(planned.txid().orElseThrow(), planned.kind())).isNull();
            }
            if (planned.kind() == SubmissionKind.CHAINED) {
                assertThat(beef(planned).orElseThrow().entries()).hasSizeGreaterThan(2);
            }
            beef(planned).ifPresent(beef -> assertThat(beef.entries()).hasSizeLessThan(6));
        }
    }

    @Test
    void usesEveryEncoding() {
        Set<String> seen = new HashSet<>();
        for (PlannedSubmission planned : new Workload(SEED, MIXED.withBadShare(0))) {
            Beef beef = beef(planned).orElseThrow();
            boolean text = planned.value()[0] >= '0';
            seen.add((text ? "text " : "") + beef.version() + beef.atomicSubject().isPresent());
        }
        assertThat(seen).contains("text V1false", "V1false", "V1true", "V2false", "V2true");
        assertThat(BeefVersion.values()).hasSize(2);
    }

    @Test
    void isTakenByTheNetworkWhereItIsValid() throws MalformedException {
        Workload workload = new Workload(SEED, MIXED.withHelloShare(0.3));
        SimulatedChain chain = new SimulatedChain(SEED, workload.funding());
        NetworkLedger ledger =
                new NetworkLedger(
                        chain, txid -> Optional.empty(), NetworkOptions.DEFAULT, Clock.systemUTC());
        Set<Txid> admitted = new HashSet<>();
        for (PlannedSubmission planned : workload) {
            if (planned.expected().admitted()) {
                admitted.add(planned.txid().orElseThrow());
                for (ExtendedTransaction transaction : unmined(planned, chain)) {
                    var verdict =
                            ledger.post(
                                    "test",
                                    PostedTransaction.parse(transaction.toBytes()),
                                    AcceptanceOptions.ALL_CHECKS);
                    assertThat(verdict.isAccepted()).as("%s", verdict).isTrue();
                }
            }
        }
        assertThat(ledger.acceptedTxids()).isEqualTo(admitted);
    }

    @Test
    void greetsSoThatTheHelloTopicTakesTheFirstOutput() throws MalformedException {
        Workload workload = new Workload(SEED, MIXED.withBadShare(0).withHelloShare(1));
        SimulatedChain chain = new SimulatedChain(SEED, workload.funding());
        HelloTopicManager hello = new HelloTopicManager();
        for (PlannedSubmission planned : workload.stream().limit(100).toList()) {
            assertThat(headers().read(asRecord(planned)).topics())
                    .containsExactly("tm_any", "tm_hello");
            List<ExtendedTransaction> unmined = unmined(planned, chain);
            var subject =
                    new TopicTransaction(
                            unmined.get(unmined.size() - 1), List.of(), ByteSlice.EMPTY);
            assertThat(hello.identifyAdmissibleOutputs(subject).outputsToAdmit())
                    .containsExactly(0);
        }
    }

    @Test
    void makesOnlyTheKindsThatItIsAskedFor() {
        var onlyRoots = WorkloadOptions.of(50).withWeights(Map.of(SubmissionKind.WRONG_ROOT, 1.0));
        assertThat(new Workload(SEED, onlyRoots))
                .hasSize(50)
                .allMatch(planned -> planned.kind() == SubmissionKind.WRONG_ROOT);
    }

    private Optional<RejectionReason> refusal(PlannedSubmission planned, SimulatedChain chain)
            throws MalformedException {
        SubmissionOptions options = headers().read(asRecord(planned));
        assertThat(options.submissionId()).isEqualTo(planned.submissionId());
        if (!List.of("tm_any").containsAll(options.topics())) {
            return Optional.of(RejectionReason.UNKNOWN_TOPIC);
        }
        Optional<Beef> beef = beef(planned);
        if (beef.isEmpty()) {
            return Optional.of(RejectionReason.MALFORMED_BEEF);
        }
        assertThat(beef.get().graph().subject().txid()).isEqualTo(planned.txid().orElseThrow());
        if (verifier.requiredRoots(beef.get().graph()) instanceof RequiredRoots.Roots roots) {
            for (RootQuery query : roots.queries()) {
                // A height that nobody knows would be no verdict, but a question to ask again.
                assertThat(chain.rootAt(query.height())).isPresent();
                if (!chain.rootAt(query.height()).equals(Optional.of(query.root()))) {
                    return Optional.of(RejectionReason.INVALID_MERKLE_ROOT);
                }
            }
        }
        return verify(beef.get(), chain) instanceof SpvVerdict.Rejected rejected
                ? Optional.of(rejected.rejection().reason())
                : Optional.empty();
    }

    private SpvVerdict verify(Beef beef, SimulatedChain chain) throws MalformedException {
        ChainTip tip = new ChainTip(chain.tipHeight(), 1_800_000_000L);
        return verifier.verify(beef.graph(), tip, VerifiedTransactions.NONE);
    }

    @Test
    void workloadsSideBySideShareAChainAndNoCoin() throws MalformedException {
        WorkloadOptions plain = WorkloadOptions.of(20).withShares(0, 0);
        List<Workload> parts = Workload.sideBySide(SEED, List.of(plain, plain));
        SimulatedChain chain = new SimulatedChain(SEED, parts.get(0).funding());
        Set<String> ids = new HashSet<>();
        Set<Outpoint> coins = new HashSet<>();
        for (Workload part : parts) {
            for (PlannedSubmission planned : part) {
                var accepted = (SpvVerdict.Accepted) verify(beef(planned).orElseThrow(), chain);
                if (planned.kind() == SubmissionKind.VALID) {
                    Outpoint coin = accepted.subject().transaction().previousOutput(0);
                    assertThat(coins.add(coin)).as("coin %s is new", coin).isTrue();
                }
                assertThat(ids.add(planned.submissionId())).isTrue();
            }
        }
        assertThat(coins).hasSizeGreaterThan(30);
    }

    private List<ExtendedTransaction> unmined(PlannedSubmission planned, SimulatedChain chain)
            throws MalformedException {
        var accepted = (SpvVerdict.Accepted) verify(beef(planned).orElseThrow(), chain);
        List<ExtendedTransaction> all = new ArrayList<>(accepted.unminedAncestors());
        all.add(accepted.subject());
        return all;
    }

    private static Optional<Beef> beef(PlannedSubmission planned) {
        try {
            byte[] beef = SubmissionValue.read(planned.value(), false).beef();
            return Optional.of(Beef.parse(beef, BeefLimits.DEFAULT));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    private static SubmissionHeaders headers() {
        return new SubmissionHeaders(Atomicity.ALL_OR_NOTHING, SubmissionMode.CURRENT, 10);
    }

    private static KafkaRecord asRecord(PlannedSubmission planned) {
        return new KafkaRecord(
                "beef-submissions", 0, 0, 0, planned.key(), planned.value(), planned.headers());
    }

    private static String fingerprint(PlannedSubmission planned) {
        List<String> headers = planned.headers().stream().map(WorkloadTest::text).toList();
        return planned.submissionId()
                + Arrays.hashCode(planned.value())
                + Arrays.hashCode(planned.key())
                + headers
                + planned.expected()
                + planned.txid();
    }

    private static String text(Header header) {
        return header.name() + "=" + header.text();
    }
}
