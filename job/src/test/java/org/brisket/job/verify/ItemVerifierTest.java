package org.brisket.job.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.brisket.job.failure.ExplainedFailure;
import org.brisket.job.verify.ItemReport.Verdict;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefExamples;
import org.brisket.protocol.beef.BeefGraph;
import org.brisket.protocol.beef.BeefLimits;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.script.ActivationHeights;
import org.brisket.protocol.spv.ChainTip;
import org.brisket.protocol.spv.SpvLimits;
import org.brisket.protocol.spv.SpvVerifier;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.verdict.RejectionReason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemVerifierTest {
    private static final String ROOT =
            "bb6f640cc4ee56bf38eb5a1969ac0c16caa2d3d202b22bf3735d10eec0ca6e00";

    @TempDir Path directory;

    private byte[] beef;
    private BeefGraph graph;

    @BeforeEach
    void readTheExample() throws Exception {
        beef = Hex.decode(BeefExamples.BRC_62);
        graph = Beef.parse(beef, BeefLimits.DEFAULT).graph();
    }

    @Test
    void validBeefNeedsHeadersThatReachToItsProofs() throws Exception {
        assertThat(verify(beef, "{\"814435\": \"" + ROOT + "\"}").verdict())
                .isEqualTo(Verdict.VALID);
        assertThat(verify(beef, "{}").verdict()).isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void beefWithAnotherRootIsInvalid() throws Exception {
        ItemReport report = verify(beef, "{\"814435\": \"" + ROOT.replace("bb6f", "bb7f") + "\"}");

        assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(report.rejection().orElseThrow().reason())
                .isEqualTo(RejectionReason.INVALID_MERKLE_ROOT);
    }

    @Test
    void countsWhatItSaw() throws Exception {
        ItemReport.Counts counts = verify(beef, "{\"814435\": \"" + ROOT + "\"}").counts();

        assertThat(counts.bytes()).isEqualTo(beef.length);
        assertThat(counts.transactions()).isEqualTo(2);
        assertThat(counts.proofs()).isEqualTo(1);
        assertThat(counts.inputs()).isEqualTo(1);
        assertThat(counts.scriptCost()).isPositive();
    }

    @Test
    void tellsTheKindsApart() throws Exception {
        String headers = "{\"814435\": \"" + ROOT + "\"}";
        byte[] transaction = graph.subject().bytes().toByteArray();
        byte[] bump = graph.beef().bumps().get(0).toBytes();

        assertThat(verify(transaction, headers).kind()).isEqualTo(ItemKind.TRANSACTION);
        assertThat(verify(bump, headers).kind()).isEqualTo(ItemKind.BUMP);
        assertThat(verify(bump, headers).verdict()).isEqualTo(Verdict.VALID);
        assertThat(verify(bump, "{}").verdict()).isEqualTo(Verdict.UNPROVEN);
        assertThat(verify(extended().toBytes(), headers).kind())
                .isEqualTo(ItemKind.EXTENDED_TRANSACTION);
        assertThat(verify(new byte[] {1, 2, 3}, headers).verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void runsTheScriptsOfExtendedFormat() throws Exception {
        byte[] good = extended().toBytes();
        byte[] bad = good.clone();
        // A byte within the signature, behind version, marker, count, outpoint and two pushes.
        bad[4 + 6 + 1 + 36 + 12] ^= 1;

        assertThat(verify(good, "{}").verdict()).isEqualTo(Verdict.VALID);
        assertThat(verify(bad, "{}").rejection().orElseThrow().reason())
                .isEqualTo(RejectionReason.INVALID_SCRIPT);
    }

    @Test
    void saysWhichLimitIsExceeded() throws Exception {
        byte[] large = Arrays.copyOf(beef, 10_000_001);

        ItemReport report = verify(large, "{}");

        assertThat(report.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(report.rejection().orElseThrow().reason())
                .isEqualTo(RejectionReason.RECORD_TOO_LARGE);
    }

    @Test
    void refusesHeadersOfAnotherShapeInOneLine() {
        assertThatExceptionOfType(ExplainedFailure.class)
                .isThrownBy(() -> headers("{\"x\": \"" + ROOT + "\"}"))
                .withMessageContaining("not a block height");
        assertThatExceptionOfType(ExplainedFailure.class)
                .isThrownBy(() -> headers("{\"1\": \"ab\"}"))
                .withMessageContaining("merkle root at height 1");
        assertThatExceptionOfType(ExplainedFailure.class).isThrownBy(() -> headers("[1]"));
    }

    private ExtendedTransaction extended() {
        return new ExtendedTransaction(
                graph.subject(), graph.sourceOutputs(graph.subject()).orElseThrow());
    }

    private ItemReport verify(byte[] item, String headers) throws IOException {
        SpvVerifier spv =
                new SpvVerifier(SpvLimits.DEFAULT, ActivationHeights.MAIN, Secp256k1.best());
        return new ItemVerifier(spv, headers(headers), new ChainTip(950_000, 1_800_000_000L))
                .verify(item);
    }

    private KnownHeaders headers(String json) throws IOException {
        return KnownHeaders.load(Files.writeString(directory.resolve("headers.json"), json));
    }
}
