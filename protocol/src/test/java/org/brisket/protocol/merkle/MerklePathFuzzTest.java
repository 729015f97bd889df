package org.brisket.protocol.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.hash.Txid;

class MerklePathFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void readsWritesAndClimbs(byte[] bytes) {
        try {
            MerklePath path = MerklePath.parse(bytes);
            assertThat(path.toBytes()).isEqualTo(bytes);
            assertThat(MerklePathValues.read(MerklePathValues.of(path))).isEqualTo(path);
            Txid first = path.provenTxids().get(0);
            MerkleRoot root = path.rootOf(first);
            MerklePath trimmed = path.trim();
            assertThat(trimmed.rootOf(first)).isEqualTo(root);
            assertThat(trimmed.combine(path)).isEqualTo(trimmed);
        } catch (MalformedException refused) {
            assertThat(refused).hasMessageNotContaining("null");
        }
    }
}
