package org.brisket.protocol.beef;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.limit.Limit;
import org.brisket.protocol.limit.Limits;
import org.brisket.protocol.script.ActivationHeights;
import org.brisket.protocol.spv.ChainTip;
import org.brisket.protocol.spv.SpvLimits;
import org.brisket.protocol.spv.SpvVerifier;
import org.brisket.protocol.spv.VerifiedTransactions;

class BeefFuzzTest {
    private static final ChainTip TIP = new ChainTip(900_000, 1_750_000_000L);
    private static final SpvVerifier VERIFIER =
            new SpvVerifier(
                    new SpvLimits(Limits.DEFAULT.with(Limit.COST, 1_000_000)),
                    ActivationHeights.MAIN,
                    Secp256k1.best());

    @FuzzTest(maxDuration = "60s")
    void readsWritesAndVerifies(byte[] bytes) {
        try {
            Beef beef = Beef.parse(bytes, Limits.DEFAULT);
            assertThat(beef.toBytes()).isEqualTo(bytes);
            BeefGraph graph = beef.graph();
            assertThat(VERIFIER.requiredRoots(graph)).isEqualTo(VERIFIER.requiredRoots(graph));
            VERIFIER.verify(graph, TIP, VerifiedTransactions.NONE);
        } catch (MalformedException refused) {
            assertThat(refused).hasMessageNotContaining("null");
        }
    }
}
