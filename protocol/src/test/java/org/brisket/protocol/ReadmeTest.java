package org.brisket.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefExamples;
import org.brisket.protocol.beef.BeefGraph;
import org.brisket.protocol.beef.BeefVersion;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.limit.Limits;
import org.brisket.protocol.script.ActivationHeights;
import org.brisket.protocol.spv.ChainTip;
import org.brisket.protocol.spv.RequiredRoots;
import org.brisket.protocol.spv.SpvLimits;
import org.brisket.protocol.spv.SpvVerdict;
import org.brisket.protocol.spv.SpvVerifier;
import org.brisket.protocol.spv.VerifiedTransactions;
import org.junit.jupiter.api.Test;

/** The example of the README compiles, does what it says, and is the one that people read. */
class ReadmeTest {
    private interface Headers {
        boolean has(RootQuery query);
    }

    // example begins
    static byte[] verifiedAsV2(byte[] bytes, Headers headers, ChainTip tip)
            throws MalformedException {
        Beef beef = Beef.parse(bytes, Limits.DEFAULT);
        BeefGraph graph = beef.graph();
        var verifier = new SpvVerifier(SpvLimits.DEFAULT, ActivationHeights.MAIN, Secp256k1.best());
        boolean proven =
                verifier.requiredRoots(graph) instanceof RequiredRoots.Roots roots
                        && roots.queries().stream().allMatch(headers::has);
        SpvVerdict verdict = verifier.verify(graph, tip, VerifiedTransactions.NONE);
        boolean valid = proven && verdict instanceof SpvVerdict.Accepted;
        return valid ? beef.withVersion(BeefVersion.V2).toBytes() : new byte[0];
    }

    // example ends

    @Test
    void verifiesAndEncodesAgain() throws MalformedException {
        byte[] v1 = Hex.decode(BeefExamples.BRC_62);
        MerkleRoot root = MerkleRoot.fromDisplayHex(BeefExamples.BRC_62_ROOT);
        RootQuery known = new RootQuery(814_435, root);
        ChainTip tip = new ChainTip(850_000, 1_718_000_000L);

        assertThat(Hex.encode(verifiedAsV2(v1, known::equals, tip))).startsWith("0200beef");
        assertThat(verifiedAsV2(v1, query -> false, tip)).isEmpty();
    }

    @Test
    void isTheExampleOfTheReadme() throws IOException {
        List<String> source =
                Files.readAllLines(Path.of("src/test/java/org/brisket/protocol/ReadmeTest.java"));
        String example =
                source
                        .subList(
                                source.indexOf("    // example begins") + 1,
                                source.indexOf("    // example ends") - 1)
                        .stream()
                        .map(line -> line.replaceFirst("^ {4}", ""))
                        .collect(Collectors.joining("\n"));

        assertThat(Files.readString(Path.of("README.md"))).contains(example);
    }
}
