package org.brisket.protocol.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.vectors.VectorFiles;
import org.junit.jupiter.api.Test;

class MerkleVectorTest {
    @Test
    void computesTheRootOfEveryTransactionOfAValidPath() {
        int[] roots = {0};
        int count =
                VectorFiles.checkAll(
                        "bump/bump_valid.json",
                        vector -> {
                            JsonNode expected = vector.path("expected");
                            String hex = vector.path("input").path("bump_hex").asText();
                            MerklePath path = MerklePath.parse(Hex.decode(hex));
                            assertThat(path.blockHeight())
                                    .isEqualTo(expected.path("block_height").asLong());
                            assertThat(path.treeHeight())
                                    .isEqualTo(expected.path("tree_height").asInt());
                            for (JsonNode txid : expected.path("txids")) {
                                roots[0]++;
                                assertThat(path.rootOf(Txid.fromDisplayHex(txid.asText())))
                                        .hasToString(expected.path("merkle_root").asText());
                            }
                            assertThat(Hex.encode(path.toBytes())).isEqualTo(hex);
                        });
        assertThat(count).isEqualTo(67);
        assertThat(roots[0]).as("roots computed").isGreaterThan(67);
    }

    @Test
    void refusesInvalidPathsOrLeadsToAnotherRoot() {
        int count =
                VectorFiles.checkAll(
                        "bump/bump_invalid.json",
                        vector -> {
                            JsonNode expected = vector.path("expected");
                            byte[] bytes =
                                    Hex.decode(vector.path("input").path("bump_hex").asText());
                            if (expected.has("computed_root")) {
                                assertOtherRoot(bytes, expected);
                            } else {
                                assertThatThrownBy(() -> rootsOfAll(MerklePath.parse(bytes)))
                                        .isInstanceOf(MalformedException.class);
                            }
                        });
        assertThat(count).isEqualTo(25);
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

    @Test
    void computesRootsOfWholeBlocksGivenAtTheLowestLevel() {
        int count =
                VectorFiles.checkAll(
                        "merkle/merkle_roots.json",
                        vector -> {
                            JsonNode txids = vector.path("input").path("txids");
                            MerklePath path = MerklePath.parse(wholeBlock(txids));
                            for (JsonNode txid : txids) {
                                assertThat(path.rootOf(Txid.fromDisplayHex(txid.asText())))
                                        .hasToString(
                                                vector.path("expected")
                                                        .path("merkle_root")
                                                        .asText());
                            }
                        });
        assertThat(count).isEqualTo(14);
    }

    private static byte[] wholeBlock(JsonNode txids) throws MalformedException {
        ByteWriter writer = new ByteWriter().writeVarint(1).writeByte(1);
        writer.writeVarint(txids.size());
        for (int i = 0; i < txids.size(); i++) {
            writer.writeVarint(i).writeByte(MerkleLevel.CLIENT_TXID);
            writer.write(Txid.fromDisplayHex(txids.get(i).asText()).toInternal());
        }
        return writer.toByteArray();
    }
}
