package org.brisket.protocol.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.hash.Sha256;
import org.brisket.protocol.hash.Txid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MerklePathTest {
    private static final String AA = "aa".repeat(32);
    private static final String BB = "bb".repeat(32);
    private static final String SINGLE =
            "fdd2040101000202ef57aa9f29c8141ae17935c88434457b2117890f23efba0d0e0cba7a7a37d5";

    private static MerklePath parse(String hex) throws MalformedException {
        return MerklePath.parse(Hex.decode(hex));
    }

    @Test
    void refusesAPathWithoutATransaction() {
        for (String hex : new String[] {"010100", "0101010101", "010201010100"}) {
            assertThatThrownBy(() -> MerklePath.parse(Hex.decode(hex)))
                    .as(hex)
                    .isInstanceOf(MalformedException.class)
                    .hasMessageContaining("without transactions");
        }
    }

    @Test
    void readsTheExampleOfTheSpecification() throws MalformedException {
        MerklePath path = parse(MerkleExamples.BRC_74);

        assertThat(path.blockHeight()).isEqualTo(813_706);
        assertThat(path.txids()).as("the fourth leaf is a duplicate").hasSize(3);
        for (Txid txid : path.txids()) {
            assertThat(path.rootOf(txid))
                    .hasToString(
                            "57aab6e6fb1b697174ffb64e062c4728f2ffd33ddcfa02a43b64d8cd29b483b4");
        }
        assertThat(Hex.encode(path.toBytes())).isEqualTo(MerkleExamples.BRC_74);
    }

    @Test
    void takesTheOnlyTransactionOfABlockForItsRoot() throws MalformedException {
        MerklePath path = parse(SINGLE);
        Txid txid =
                Txid.fromDisplayHex(
                        "d5377a7aba0c0e0dbaef230f8917217b453484c83579e11a14c8299faa57ef02");

        assertThat(path.blockHeight()).isEqualTo(1234);
        assertThat(path.rootOf(txid)).hasToString(txid.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 17cba98da71fe75862aac894392f2ff604356db386767fec364877a5a9ff200c, INDEX_0",
        "8, 66e2b022da877621ef197e02c3ef7d3f820d33a86ead2e72bf966432ea6776f1, INDEX_8",
        "10, 5e7a8a8ec3f912ac1c4e90279c04263f170ed055c0411c8d490b846f01e6a99e, INDEX_10"
    })
    void provesEveryPlaceInABlockWithOddLevels(
            long index, String txid, MerkleExamples.Block125632 proof) throws MalformedException {
        MerklePath path = parse(proof.hex());

        assertThat(path.indexOf(Txid.fromDisplayHex(txid))).isEqualTo(index);
        assertThat(path.rootOf(Txid.fromDisplayHex(txid)))
                .hasToString("205b2e27c58601fc1a8de04c83b6b0c46f89c16b2161c93441b7e9269cf6bc4a");
    }

    @Test
    void provesATransactionOfAKnownBlock() throws MalformedException {
        Txid txid =
                Txid.fromDisplayHex(
                        "d9978ffc6676523208f7b33bebf1b176388bbeace2c7ef67ce35c2eababa1805");

        assertThat(parse(MerkleExamples.BLOCK_883637).rootOf(txid))
                .hasToString("59c1efd79fae0d9c29dd8da63f8eeec0aadde048f4491c6bfa324fcfd537156d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "64020200 02AA 0100AA 01 0101", // an explicit sibling equal to the transaction
                "64010200 0101 02AA", // a duplicate at an even offset
                "64010200 03AA 0100BB", // both flags at once
                "64020200 02AA 0100BB 01 0102BB", // the txid flag above level 0
                "6400", // no levels
                "644101000 2AA", // more than 64 levels
                "64010100 02", // cut off
                "64010202 02AA 0200BB", // an offset twice
                "64020104 02AA 00", // an offset outside of the tree
                "640100", // an empty level 0
                "ff0000000001000000010100 02AA", // a height beyond 32 bits
                "6401fdffff00 02AA" // more leaves than bytes
            })
    void refusesHostilePaths(String pattern) {
        String hex = pattern.replace("AA", AA).replace("BB", BB).replace(" ", "");

        assertThatThrownBy(() -> parse(hex)).isInstanceOf(MalformedException.class);
    }

    @Test
    void refusesALeftSiblingEqualToTheWorkingHash() throws MalformedException {
        byte[] pair = Sha256.doubleHash(Hex.decode(AA + BB));
        // The right-hand copy of the pair claims to be the place of the transaction.
        String hex = "640202" + "0202" + AA + "0300" + BB + "01" + "0000" + Hex.encode(pair);

        MerklePath path = parse(hex);

        assertThatThrownBy(() -> path.rootOf(Txid.fromInternal(Hex.decode(AA))))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("equals its neighbour");
    }

    @Test
    void takesAWrittenOutCopyOnTheRightForADuplicate() throws MalformedException {
        byte[] pair = Sha256.doubleHash(Hex.decode(AA + BB));
        String written = "640202" + "0002" + AA + "0100" + BB + "01" + "0100" + Hex.encode(pair);
        String marked = "640202" + "0002" + AA + "0100" + BB + "01" + "0101";
        Txid txid = Txid.fromInternal(Hex.decode(AA));

        assertThat(parse(written).rootOf(txid)).isEqualTo(parse(marked).rootOf(txid));
    }

    @Test
    void refusesToProveATransactionThatThePathDoesNotContain() throws MalformedException {
        MerklePath path = parse(SINGLE);

        assertThat(path.contains(new Txid(1, 2, 3, 4))).isFalse();
        assertThatThrownBy(() -> path.rootOf(new Txid(1, 2, 3, 4)))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void writesLeavesBackInTheOrderInWhichTheyCame() throws MalformedException {
        String hex = "640102" + "0100" + BB + "0002" + AA;

        assertThat(Hex.encode(parse(hex).toBytes())).isEqualTo(hex);
        assertThat(parse(hex).rootOf(Txid.fromInternal(Hex.decode(AA))))
                .isEqualTo(MerkleRoot.fromInternal(Sha256.doubleHash(Hex.decode(AA + BB))));
    }

    @Test
    void findsEveryLeafOfAWideLevelInAnyOrder() throws MalformedException {
        int count = 1000;
        ByteWriter forward = new ByteWriter().writeByte(100).writeByte(1).writeVarint(count);
        ByteWriter backward = new ByteWriter().writeByte(100).writeByte(1).writeVarint(count);
        for (int i = 0; i < count; i++) {
            forward.writeVarint(i).writeByte(2).write(leaf(i));
            backward.writeVarint(count - 1 - i).writeByte(2).write(leaf(count - 1 - i));
        }
        MerklePath ascending = MerklePath.parse(forward.toByteArray());
        MerklePath descending = MerklePath.parse(backward.toByteArray());
        MerkleRoot root = ascending.rootOf(Txid.fromInternal(leaf(0)));

        for (int i = 0; i < count; i++) {
            Txid txid = Txid.fromInternal(leaf(i));
            assertThat(descending.indexOf(txid)).isEqualTo(i);
            assertThat(descending.rootOf(txid)).isEqualTo(root);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 9, 100})
    void refusesATransactionThatStandsInABlockTwice(int count) {
        List<Txid> block = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            block.add(Txid.fromInternal(leaf(i)));
        }
        block.add(block.get(0));

        assertThatThrownBy(() -> MerklePath.ofBlock(7, block))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("one hash at two offsets");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 9, 100})
    void refusesAnOffsetThatOccursTwiceApartFromItself(int count) {
        ByteWriter path = new ByteWriter().writeByte(100).writeByte(1).writeVarint(count);
        for (int i = 0; i < count; i++) {
            path.writeVarint(i % (count - 1)).writeByte(0).write(leaf(i));
        }

        assertThatThrownBy(() -> MerklePath.parse(path.toByteArray()))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("offset 0 occurs twice at level 0");
    }

    private static byte[] leaf(int i) {
        return Sha256.hash(new byte[] {(byte) i, (byte) (i >> 8)});
    }
}
