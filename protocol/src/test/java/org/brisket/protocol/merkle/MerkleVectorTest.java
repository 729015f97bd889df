package org.brisket.protocol.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.vectors.VectorTest;

class MerkleVectorTest {
    @VectorTest("bump/bump_valid.json")
    void computesTheRootOfEveryTransactionOfAValidPath(JsonNode vector) throws MalformedException {
        JsonNode expected = vector.path("expected");
        String hex = vector.path("input").path("bump_hex").asText();
        MerklePath path = MerklePath.parse(Hex.decode(hex));
        assertThat(path.blockHeight()).isEqualTo(expected.path("block_height").asLong());
        assertThat(path.treeHeight()).isEqualTo(expected.path("tree_height").asInt());
        List<Txid> flagged = new ArrayList<>();
        for (JsonNode txid : expected.path("txids")) {
            flagged.add(Txid.fromDisplayHex(txid.asText()));
        }
        assertThat(path.provenTxids()).containsAll(flagged);
        // Where no leaf is flagged all of them prove the root.
        for (Txid txid : flagged.isEmpty() ? path.txids() : flagged) {
            String root = expected.path("merkle_root").asText();
            assertThat(path.rootOf(txid)).hasToString(root);
            assertThat(path.extract(List.of(txid)).rootOf(txid)).hasToString(root);
        }
        assertThat(Hex.encode(path.toBytes())).isEqualTo(hex);
        assertThat(MerklePathValues.read(MerklePathValues.of(path))).isEqualTo(path);
        if (vector.at("/input/block_header_hex").isTextual()) {
            byte[] header = Hex.decode(vector.at("/input/block_header_hex").asText());
            assertThat(MerkleRoot.fromInternal(header, 36))
                    .hasToString(expected.path("merkle_root").asText());
        }
    }

    @VectorTest("bump/bump_invalid.json")
    void refusesInvalidPathsOrLeadsToAnotherRoot(JsonNode vector) throws MalformedException {
        JsonNode expected = vector.path("expected");
        byte[] bytes = Hex.decode(vector.path("input").path("bump_hex").asText());
        if (expected.has("computed_root")) {
            assertOtherRoot(bytes, expected);
        } else {
            assertThatThrownBy(() -> rootsOfAll(MerklePath.parse(bytes)))
                    .isInstanceOf(MalformedException.class);
        }
    }

    private static void assertOtherRoot(byte[] bytes, JsonNode expected) throws MalformedException {
        MerklePath path = MerklePath.parse(bytes);
        String right = expected.path("merkle_root_differs_from").asText();
        assertThat(rootsOfAll(path))
                .contains(expected.path("computed_root").asText())
                .doesNotContain(right);
    }

    private static String rootsOfAll(MerklePath path) throws MalformedException {
        StringBuilder roots = new StringBuilder();
        for (Txid txid : path.txids()) {
            roots.append(path.rootOf(txid)).append(' ');
        }
        return roots.toString();
    }

    @VectorTest("merkle/merkle_roots.json")
    void computesRootsOfWholeBlocksGivenAtTheLowestLevel(JsonNode vector)
            throws MalformedException {
        List<Txid> block = new ArrayList<>();
        for (JsonNode txid : vector.at("/input/txids")) {
            block.add(Txid.fromDisplayHex(txid.asText()));
        }
        MerklePath path = MerklePath.ofBlock(1, block);
        for (Txid txid : block) {
            assertThat(path.rootOf(txid)).hasToString(vector.at("/expected/merkle_root").asText());
        }
    }
}
