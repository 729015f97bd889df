package org.brisket.protocol.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Sha256;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.vectors.VectorTest;

/** Combining, trimming and extracting as the public vectors say. */
class MerklePathOperationsVectorTest {
    @VectorTest("bump/bump_combine.json")
    void combinesTwoPathsOfOneBlock(JsonNode vector) throws MalformedException {
        MerklePath first = path(vector.at("/input/bumps_hex/0"));
        MerklePath second = path(vector.at("/input/bumps_hex/1"));
        JsonNode expected = vector.path("expected");
        if (!expected.path("valid").asBoolean()) {
            assertThatThrownBy(() -> first.combine(second)).isInstanceOf(MalformedException.class);
            return;
        }

        MerklePath combined = first.combine(second);

        assertThat(Hex.encode(combined.toBytes()))
                .isEqualTo(expected.path("merged_minimal_bump_hex").asText());
        assertThat(second.combine(first)).isEqualTo(combined);
        assertThat(combined.trim()).isEqualTo(combined);
        for (JsonNode txid : expected.path("txids")) {
            assertRoot(combined, txid, expected.path("merkle_root"));
        }
        assertThat(combined.extract(first.provenTxids())).isEqualTo(first.trim());
    }

    @VectorTest("conformance/sdk/transactions/merkle-path.json")
    void worksWithMerklePathsAsOtherLibraries(JsonNode vector) throws MalformedException {
        JsonNode input = vector.path("input");
        JsonNode expected = vector.path("expected");
        switch (vector.path("id").asText().replaceAll("^mp-|-\\d+$", "")) {
            case "parse" -> {
                MerklePath path = path(input.path("bump_hex"));
                assertThat(path.blockHeight()).isEqualTo(expected.path("block_height").asLong());
                assertThat(path.treeHeight()).isEqualTo(expected.path("path_levels").asInt());
                assertThat(path.levels().get(0).size())
                        .isEqualTo(expected.path("path_level0_length").asInt());
            }
            case "serialize" ->
                    assertThat(Hex.encode(path(input.path("bump_hex")).toBytes()))
                            .isEqualTo(expected.path("toHex").asText());
            case "computeroot", "single-tx" ->
                    assertRoot(
                            path(input.path("bump_hex")),
                            input.path("txid"),
                            expected.path("merkle_root"));
            case "compound" -> assertCompound(input, expected);
            case "coinbase" -> {
                MerklePath path =
                        MerklePath.ofBlock(
                                input.path("height").asLong(), List.of(txid(input.path("txid"))));
                assertThat(Hex.encode(path.toBytes()))
                        .isEqualTo(expected.path("bump_hex").asText());
                assertRoot(path, input.path("txid"), expected.path("merkle_root"));
            }
            case "block125632" -> assertBlock(input, expected);
            case "combine" -> assertCombined(input, expected);
            case "findleaf" -> assertDuplicateOverridesItsHash(input, expected);
            case "extract" -> assertExtracted(input, expected);
            default -> throw new AssertionError("no evaluation of " + vector.path("id"));
        }
    }

    private static void assertCompound(JsonNode input, JsonNode expected)
            throws MalformedException {
        List<Txid> txids = txids(input.path("txids_at_level_0"));
        MerklePath path = MerklePath.ofBlock(input.path("block_height").asLong(), txids);
        assertThat(Hex.encode(path(input.path("bump_hex")).toBytes()))
                .isEqualTo(expected.path("serialized_bump_hex").asText());
        for (int i = 0; i < txids.size(); i++) {
            String root = expected.path("merkle_root_for_tx" + i).asText();
            assertThat(path.rootOf(txids.get(i))).hasToString(root);
            assertThat(path(input.path("bump_hex")).rootOf(txids.get(i))).hasToString(root);
        }
    }

    private static void assertBlock(JsonNode input, JsonNode expected) throws MalformedException {
        List<Txid> block =
                input.has("txids") ? txids(input.path("txids")) : MerkleExamples.block125632();
        MerklePath whole = MerklePath.ofBlock(input.path("block_height").asLong(), block);
        List<Txid> proven = input.has("txid") ? List.of(txid(input.path("txid"))) : block;
        for (Txid txid : proven) {
            MerklePath one = whole.extract(List.of(txid));
            assertThat(one.rootOf(txid)).hasToString(expected.path("merkle_root").asText());
            assertThat(whole.rootOf(txid)).hasToString(expected.path("merkle_root").asText());
        }
    }

    private static void assertCombined(JsonNode input, JsonNode expected)
            throws MalformedException {
        MerklePath given = path(input.path("combined_bump_hex"));
        assertThat(Hex.encode(given.toBytes()))
                .isEqualTo(expected.path("serialized_bump_hex").asText());
        MerklePath whole = MerklePath.ofBlock(given.blockHeight(), MerkleExamples.block125632());
        List<Txid> wanted = new ArrayList<>();
        for (String field : List.of("txid_tx2", "txid_tx5", "txid_tx8")) {
            wanted.add(txid(input.path(field)));
            assertRoot(given, input.path(field), expected.path("merkle_root"));
        }
        MerklePath combined =
                whole.extract(wanted.subList(0, 1)).combine(whole.extract(wanted.subList(1, 3)));
        assertThat(combined).isEqualTo(whole.extract(wanted)).isEqualTo(given.extract(wanted));
    }

    private static void assertDuplicateOverridesItsHash(JsonNode input, JsonNode expected)
            throws MalformedException {
        MerklePath path =
                MerklePathValues.read(
                        Map.of(
                                "blockHeight",
                                input.path("block_height").asInt(),
                                "path",
                                List.of(
                                        List.of(
                                                Map.of(
                                                        "offset",
                                                        0,
                                                        "hash",
                                                        input.path("leaf0_hash").asText()),
                                                Map.of(
                                                        "offset",
                                                        1,
                                                        "hash",
                                                        input.path("leaf1_hash").asText(),
                                                        "duplicate",
                                                        true)))));
        assertRoot(path, input.path("leaf0_hash"), expected.path("computed_hash"));
    }

    private static void assertExtracted(JsonNode input, JsonNode expected)
            throws MalformedException {
        if (expected.path("throws").asBoolean()) {
            MerklePath path = MerklePath.parse(Hex.decode(MerkleExamples.BRC_74));
            List<Txid> unknown = input.has("txid") ? List.of(txid(input.path("txid"))) : List.of();
            assertThatThrownBy(() -> path.extract(unknown)).isInstanceOf(MalformedException.class);
            return;
        }
        List<Txid> block = txids(input.path("full_block_txids"));
        MerklePath whole = MerklePath.ofBlock(input.path("block_height").asLong(), block);
        MerklePath extracted = whole.extract(List.of(txid(input.path("extract_txid"))));
        assertRoot(extracted, input.path("extract_txid"), expected.path("merkle_root"));
        assertThat(extracted.toBytes().length < whole.toBytes().length)
                .isEqualTo(expected.path("extracted_smaller_than_full").asBoolean());
    }

    @VectorTest("conformance/regressions/merkle-path-odd-node.json")
    void hashesTwoNodesIntoTheirParent(JsonNode vector) throws MalformedException {
        JsonNode input = vector.path("input");
        byte[] parent =
                Sha256.get()
                        .update(Hex.decode(input.path("left_hex").asText()))
                        .update(Hex.decode(input.path("right_hex").asText()))
                        .finishDouble();
        assertThat(Hex.encode(parent)).isEqualTo(vector.at("/expected/parent_hex").asText());
    }

    private static void assertRoot(MerklePath path, JsonNode txid, JsonNode root)
            throws MalformedException {
        assertThat(path.rootOf(txid(txid))).hasToString(root.asText());
    }

    private static MerklePath path(JsonNode hex) throws MalformedException {
        return MerklePath.parse(Hex.decode(hex.asText()));
    }

    private static Txid txid(JsonNode hex) throws MalformedException {
        return Txid.fromDisplayHex(hex.asText());
    }

    private static List<Txid> txids(JsonNode list) throws MalformedException {
        List<Txid> txids = new ArrayList<>();
        for (JsonNode hex : list) {
            txids.add(txid(hex));
        }
        return txids;
    }
}
