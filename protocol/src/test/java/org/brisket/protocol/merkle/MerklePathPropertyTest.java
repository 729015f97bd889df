package org.brisket.protocol.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.hash.Sha256;
import org.brisket.protocol.hash.Txid;

class MerklePathPropertyTest {
    /** Any transactions of a block of any size are proven by one path, in both of its forms. */
    @Property(tries = 300)
    void provesAnySubsetOfAnyBlock(
            @ForAll @IntRange(min = 1, max = 300) int size,
            @ForAll @Size(min = 1, max = 20) Set<@IntRange(max = 1_000) Integer> chosen)
            throws MalformedException {
        List<Txid> block = block(size);
        MerklePath whole = MerklePath.ofBlock(800_000, block);
        MerkleRoot root = whole.rootOf(block.get(0));
        List<Txid> wanted = chosen.stream().map(i -> block.get(i % size)).distinct().toList();

        MerklePath path = whole.extract(wanted);

        assertThat(path.provenTxids()).containsExactlyInAnyOrderElementsOf(wanted);
        for (Txid txid : wanted) {
            assertThat(path.rootOf(txid)).isEqualTo(root);
        }
        assertThat(path.trim()).isEqualTo(path);
        assertThat(MerklePath.parse(path.toBytes())).isEqualTo(path);
        assertThat(MerklePathValues.read(MerklePathValues.of(path))).isEqualTo(path);
    }

    /** Merging the proofs of each one by one gives the proof of all. */
    @Property(tries = 200)
    void mergesInAnyOrder(
            @ForAll @IntRange(min = 1, max = 100) int size,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 1_000) Integer> chosen)
            throws MalformedException {
        List<Txid> block = block(size);
        MerklePath whole = MerklePath.ofBlock(800_000, block);
        List<Txid> wanted = chosen.stream().map(i -> block.get(i % size)).toList();

        MerklePath merged = whole.extract(wanted.subList(0, 1));
        for (Txid txid : wanted) {
            merged = whole.extract(List.of(txid)).combine(merged);
        }

        assertThat(merged).isEqualTo(whole.extract(wanted));
    }

    @Property(tries = 2_000)
    void readsExactlyOrNotAtAllWhatWasChanged(
            @ForAll @IntRange(max = 10_000) int at, @ForAll byte value) throws MalformedException {
        byte[] bytes = Hex.decode(MerkleExamples.BRC_74);
        bytes[at % bytes.length] = value;
        try {
            assertThat(MerklePath.parse(bytes).toBytes()).isEqualTo(bytes);
        } catch (MalformedException refused) {
            assertThat(refused).hasMessageNotContaining("null");
        }
    }

    private static List<Txid> block(int size) {
        List<Txid> block = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            byte[] seed = {(byte) i, (byte) (i >> 8), (byte) size, (byte) (size >> 8)};
            block.add(Txid.fromInternal(Sha256.hash(seed)));
        }
        return block;
    }
}
