package org.brisket.protocol.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.hash.Sha256;
import org.brisket.protocol.hash.Txid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MerklePathOperationsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 16, 17, 31, 33})
    void extractsAndCombinesEveryPairOfABlockOfAnySize(int size) throws MalformedException {
        List<Txid> block = block(size);
        MerklePath whole = MerklePath.ofBlock(7, block);
        MerkleRoot root = whole.rootOf(block.get(0));
        for (Txid first : block) {
            MerklePath one = whole.extract(List.of(first));
            assertThat(one.rootOf(first)).isEqualTo(root);
            for (Txid second : block) {
                MerklePath both = one.combine(whole.extract(List.of(second)));
                assertThat(both).isEqualTo(whole.extract(List.of(second, first)));
                assertThat(both.rootOf(first)).isEqualTo(root);
                assertThat(both.rootOf(second)).isEqualTo(root);
                assertThat(MerklePath.parse(both.toBytes())).isEqualTo(both);
            }
        }
    }

    private static List<Txid> block(int size) {
        List<Txid> block = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            block.add(Txid.fromInternal(Sha256.hash(new byte[] {(byte) i, (byte) size})));
        }
        return block;
    }

    @Test
    void leavesNothingInATrimmedPathThatFollowsFromTheRest() throws MalformedException {
        MerklePath whole = MerklePath.ofBlock(7, block(11));

        MerklePath trimmed = whole.trim();

        assertThat(trimmed.treeHeight()).isEqualTo(4);
        assertThat(trimmed.levels().get(0).size()).as("eleven and a duplicate").isEqualTo(12);
        assertThat(trimmed.levels().get(1).size()).isZero();
        assertThat(trimmed.levels().get(2).size()).as("a duplicate").isEqualTo(1);
    }

    @Test
    void combinesNoPathsOfTwoHeightsOrTwoBlocks() throws MalformedException {
        MerklePath path = MerklePath.ofBlock(7, block(4));
        MerklePath otherHeight = MerklePath.ofBlock(8, block(4));
        MerklePath otherBlock = MerklePath.ofBlock(7, block(5));

        assertThatThrownBy(() -> path.combine(otherHeight)).hasMessageContaining("7 and 8");
        assertThatThrownBy(() -> path.combine(otherBlock)).hasMessageContaining("leads to root");
    }

    @Test
    void writesAndReadsTheJsonFormOfTheSpecification() throws Exception {
        MerklePath path = MerklePath.parse(Hex.decode(MerkleExamples.BRC_74));
        ObjectMapper json = new ObjectMapper();

        String text = json.writeValueAsString(MerklePathValues.of(path));
        MerklePath again = MerklePathValues.read(json.readValue(text, Map.class));

        assertThat(text)
                .startsWith(
                        "{\"blockHeight\":813706,\"path\":[[{\"offset\":3048,\"hash\":"
                                + "\"304e737fdfcb017a1a322e78b067ecebb5e07b44f0a36ed1f01264d2014f7711\"},"
                                + "{\"offset\":3049,\"hash\":")
                .contains("\"txid\":true")
                .contains("{\"offset\":3051,\"duplicate\":true}");
        assertThat(again).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"blockHeight\":1}",
                "{\"blockHeight\":1,\"path\":[]}",
                "{\"blockHeight\":1,\"path\":[[]]}",
                "{\"blockHeight\":-1,\"path\":[[{\"offset\":0,\"hash\":\"HASH\"}]]}",
                "{\"blockHeight\":1.5,\"path\":[[{\"offset\":0,\"hash\":\"HASH\"}]]}",
                "{\"blockHeight\":1,\"path\":[[{\"offset\":\"0\",\"hash\":\"HASH\"}]]}",
                "{\"blockHeight\":1,\"path\":[[{\"offset\":0}]]}",
                "{\"blockHeight\":1,\"path\":[[{\"offset\":0,\"duplicate\":true}]]}",
                "{\"blockHeight\":1,\"path\":[[{\"offset\":0,\"hash\":\"HASH\",\"txid\":1}]]}",
                "{\"blockHeight\":1,\"path\":[[{\"offset\":0,\"hash\":\"abcd\"}]]}",
                "{\"blockHeight\":1,\"path\":[[3]]}",
                "{\"blockHeight\":1,\"path\":{\"0\":[]}}"
            })
    void refusesJsonThatIsNotAMerklePath(String text) throws Exception {
        Map<?, ?> values =
                new ObjectMapper().readValue(text.replace("HASH", "ab".repeat(32)), Map.class);

        assertThatThrownBy(() -> MerklePathValues.read(values))
                .isInstanceOf(MalformedException.class);
    }
}
