package org.brisket.protocol.merkle;

import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;

/** Merkle paths of the main network, from the specification of BUMP (BRC-74) and public tests. */
final class MerkleExamples {
    static final String BRC_74 =
            "fe8a6a0c000c04fde80b0011774f01d26412f0d16ea3f0447be0b5ebec67b0782e321a7a01cb"
                    + "df7f734e30fde90b02004e53753e3fe4667073063a17987292cfdea278824e9888e52180581d"
                    + "7188d8fdea0b025e441996fc53f0191d649e68a200e752fb5f39e0d5617083408fa179ddc5c9"
                    + "98fdeb0b0102fdf405000671394f72237d08a4277f4435e5b6edf7adc272f25effef27cdfe80"
                    + "5ce71a81fdf50500262bccabec6c4af3ed00cc7a7414edea9c5efa92fb8623dd6160a001450a"
                    + "528201fdfb020101fd7c010093b3efca9b77ddec914f8effac691ecb54e2c81d0ab81cbc4c4b"
                    + "93befe418e8501bf01015e005881826eb6973c54003a02118fe270f03d46d02681c8bc71cd44"
                    + "c613e86302f8012e00e07a2bb8bb75e5accff266022e1e5e6e7b4d6d943a04faadcf2ab4a22f"
                    + "796ff30116008120cafa17309c0bb0e0ffce835286b3a2dcae48e4497ae2d2b7ced4f051507d"
                    + "010a00502e59ac92f46543c23006bff855d96f5e648043f0fb87a7a5949e6a9bebae43010400"
                    + "1ccd9f8f64f4d0489b30cc815351cf425e0e78ad79a589350e4341ac165dbe45010301010000"
                    + "af8764ce7e1cc132ab5ed2229a005c87201c9a5ee15c0f91dd53eff31ab30cd4";

    static final String BLOCK_883637 =
            "feb57b0d0009022e020518babaeac235ce67efc7e2acbe8b3876b1f1eb3bb3f70832527666fc"
                    + "8f97d92f008ff6674e8a73f3bfeebaca35ac2d656c66d3a05fe36f9d3a2e8f98faa66f6f0601"
                    + "160011b9a7d03e4c3ca7460d147370f15bccb594a3fd0147bc5161567cf7a6892023010a006d"
                    + "1162e105acc68ad67b383098424b2aa6fca631731cd0db677f12cea6b339c6010400486d933e"
                    + "b0ff7f93966220aefd22115fd228b32b787d9430158897be44ec0c73010300e6516d40b280e5"
                    + "bd47840b6b3455a18451b93215cb205d4dfab08dabf881b6280100009064345a0d4ecdfac467"
                    + "f050a4246f5039c3084c79269b43d10d238e02189ac40101008bf83d5f05a8a8b902313a5b7e"
                    + "50d3dadee38810c04036de7468ad1f1b7da50b010100dbfcc241e64a317c9b5022f33975d144"
                    + "9312493dc74e58ba195c56e5ebed30c8010100f5752c35e3071587cf586a6b89733508125bf1"
                    + "b884d0b7a293eb942aedd562ff";

    /** The transactions of block 125,632 in their order there. */
    private static final List<String> BLOCK_125632 =
            List.of(
                    "17cba98da71fe75862aac894392f2ff604356db386767fec364877a5a9ff200c",
                    "14ce64bd223ec9bb42662b74fdcf94f96a209a1aee72b7ba7639db503150ec2e",
                    "90a2de85351cfadd2326b9b0098e9c453af09b2980835f57a1429bbb44beb872",
                    "a31f2ddfea7ddd4581dca3007ee99e58ea6baa97a8ac3b32bb4610baac9f7206",
                    "c36eeed6fbc0259d30804f59f804dfcda35a54461157d6ac9c094f0ea378f35c",
                    "17752483868c52a98407a0e226d73b42e214e0fad548541619d858e1fd4a9549",
                    "3b8c4460412cfc55be0d50308ba704a859bd6f83bfed01b0828c9b067cd69246",
                    "a3f1b9d4b3ef3b061af352fdc2d02048417030fef9282c36da689cd899437cdb",
                    "66e2b022da877621ef197e02c3ef7d3f820d33a86ead2e72bf966432ea6776f1",
                    "e988b5d7a2cec8e0759ade2e151737d1cdfdde68accff42938583ad12eb98b99",
                    "5e7a8a8ec3f912ac1c4e90279c04263f170ed055c0411c8d490b846f01e6a99e");

    private MerkleExamples() {}

    /** Proofs for places of block 125,632, whose eleven transactions make levels odd. */
    enum Block125632 {
        INDEX_0(
                "fec0ea0100040200020c20ffa9a5774836ec7f7686b36d3504f62f2f3994c8aa6258e71fa78d"
                        + "a9cb1701002eec503150db3976bab772ee1a9a206af994cffd742b6642bbc93e22bd64ce1401"
                        + "0100a9b3f7d12fcfd64cadb5f5ba64aa1f86709ddf1c162efc903e3e64ab56e7efd7010100d9"
                        + "3270c15fce640390b91cf7168ba3e2878bda252d3c12c9ecda69cb310a12840101006f45d3bf"
                        + "e1c404182ea7efa37393fcfa4c627fbbc5e32c6f7c82ca7de91fd06d"),
        INDEX_8(
                "fec0ea010004020802f17667ea326496bf722ead6ea8330d823f7defc3027e19ef217687da22"
                        + "b0e2660900998bb92ed13a583829f4cfac68defdcdd13717152ede9a75e0c8cea2d7b588e901"
                        + "050056f0884ee1bd452bd4da1d07bb15e271b370065ac11bef56fe5cee8c2b12141101030101"
                        + "0000b67d0c699f1ca6637d1ec8e4850ed0f468a67b1cca1f1a8f3ffbd5d641b76042"),
        INDEX_10(
                "fec0ea010004020a029ea9e6016f840b498d1c41c055d00e173f26049c27904e1cac12f9c38e"
                        + "8a7a5e0b01010400028ad237ec0127e3034f752e52c0ec00f700781e20945da40472ef63bf2d"
                        + "aca2010301010000b67d0c699f1ca6637d1ec8e4850ed0f468a67b1cca1f1a8f3ffbd5d641b7"
                        + "6042");

        private final String hex;

        Block125632(String hex) {
            this.hex = hex;
        }

        String hex() {
            return hex;
        }
    }

    static List<Txid> block125632() throws MalformedException {
        List<Txid> txids = new ArrayList<>();
        for (String hex : BLOCK_125632) {
            txids.add(Txid.fromDisplayHex(hex));
        }
        return txids;
    }
}
