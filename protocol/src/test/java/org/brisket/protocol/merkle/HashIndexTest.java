package org.brisket.protocol.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.brisket.protocol.hash.Txid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashIndexTest {
    private static final int LEAVES = 1_000;

    /** Random hashes that share so many first bytes; the leaf in the middle has no hash. */
    private final Random random = new Random(7);

    private final byte[] bytes = new byte[32 * LEAVES];
    private final int[] hashes = new int[LEAVES];

    private void fill(int alike) {
        random.nextBytes(bytes);
        for (int leaf = 0; leaf < LEAVES; leaf++) {
            hashes[leaf] = 32 * leaf;
            Arrays.fill(bytes, 32 * leaf, 32 * leaf + alike, (byte) 0x80);
        }
        hashes[LEAVES / 2] = MerkleLevel.NO_HASH;
    }

    private Txid hash(int leaf) {
        return Txid.fromInternal(bytes, 32 * leaf);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 16, 27})
    void findsEveryLeafHoweverAlikeTheHashesAre(int alike) {
        fill(alike);
        HashIndex index = new HashIndex(bytes, hashes);

        for (int leaf = 0; leaf < LEAVES; leaf++) {
            int expected = leaf == LEAVES / 2 ? -1 : leaf;
            assertThat(index.find(hash(leaf))).isEqualTo(expected);
        }
        assertThat(index.find(new Txid(1, 2, 3, 4))).isEqualTo(-1);
    }

    @Test
    void seesOneHashAtTwoLeaves() {
        fill(4);
        assertThat(new HashIndex(bytes, hashes).isDistinct()).isTrue();

        System.arraycopy(bytes, 0, bytes, 32 * (LEAVES - 1), 32);

        assertThat(new HashIndex(bytes, hashes).isDistinct()).isFalse();
    }
}
