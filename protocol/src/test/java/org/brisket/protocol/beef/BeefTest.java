package org.brisket.protocol.beef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeefTest {
    private static final String BUMPS =
            BeefExamples.BRC_62.substring(8, BeefExamples.BRC_62.indexOf("020100000001cd4e"));

    private static Beef parse(String hex) throws MalformedException {
        return Beef.parse(Hex.decode(hex), BeefLimits.DEFAULT);
    }

    @Test
    void readsTheExampleOfTheSpecification() throws MalformedException {
        Beef beef = parse(BeefExamples.BRC_62);
        BeefGraph graph = beef.graph();

        assertThat(beef.version()).isEqualTo(BeefVersion.V1);
        assertThat(graph.subject()).hasToString(BeefExamples.BRC_62_SUBJECT);
        Txid parent = Txid.fromDisplayHex(BeefExamples.BRC_62_PARENT);
        assertThat(graph.proof(parent).orElseThrow().blockHeight()).isEqualTo(814_435);
        assertThat(graph.proof(parent).orElseThrow().rootOf(parent))
                .hasToString(BeefExamples.BRC_62_ROOT);
        assertThat(
                        new ExtendedTransaction(
                                        graph.subject(),
                                        graph.sourceOutputs(graph.subject()).orElseThrow())
                                .toBytes())
                .isEqualTo(Hex.decode(BeefExamples.BRC_62_EXTENDED));
    }

    @Test
    void givesTheSameTransactionInAllFourEncodings() throws MalformedException {
        Beef v1 = parse(BeefExamples.BRC_62);
        Beef v2 = v1.withVersion(BeefVersion.V2);
        Txid subject = Txid.fromDisplayHex(BeefExamples.BRC_62_SUBJECT);

        assertThat(Hex.encode(v2.toBytes())).startsWith("0200beef" + BUMPS + "020100");
        for (Beef beef : new Beef[] {v1, v2}) {
            Beef atomic = beef.withAtomicSubject(subject);
            assertThat(Hex.encode(atomic.toBytes()))
                    .startsWith(
                            "010101011c0dd2079ff75f8c6f2c88d5363babbda10f544c5e73033212117de6ae287415");
            for (Beef form : new Beef[] {beef, atomic}) {
                Beef again = Beef.parse(form.toBytes(), BeefLimits.DEFAULT);
                assertThat(again.toBytes()).isEqualTo(form.toBytes());
                assertThat(again.graph().subject().txid()).isEqualTo(subject);
            }
        }
    }

    @Test
    void readsEntriesGivenByTxidAlone() throws MalformedException {
        String child =
                BeefExamples.BRC_62.substring(
                        BeefExamples.BRC_62.indexOf("0100000001ac4e"),
                        BeefExamples.BRC_62.length() - 2);
        String hex =
                "0200beef"
                        + BUMPS
                        + "02"
                        + "02"
                        + "ac4e164f5bc16746bb0868404292ac8318bbac3800e4aad13a014da427adce3e"
                        + "00"
                        + child;

        Beef beef = parse(hex);

        assertThat(hex).hasSize(2 * 516);
        assertThat(beef.entries().get(0)).isInstanceOf(BeefEntry.TxidOnly.class);
        assertThat(beef.entries().get(0).txid()).hasToString(BeefExamples.BRC_62_PARENT);
        assertThat(beef.toBytes()).isEqualTo(Hex.decode(hex));
    }

    @Test
    void readsABeefWhoseLeafIsNotFlagged() throws MalformedException {
        BeefGraph graph = parse(BeefExamples.UNFLAGGED_LEAF).graph();

        assertThat(graph.isProven(graph.beef().entries().get(0).txid())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0100beef0000", "0200beef0000"})
    void readsAnEmptyBeefButFindsNoSubjectInIt(String hex) throws MalformedException {
        Beef beef = parse(hex);

        assertThat(beef.entries()).isEmpty();
        assertThatThrownBy(beef::graph).isInstanceOf(MalformedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0300beef0000",
                "0100beef00fd0000",
                "0100beef00feffffffff",
                "0100beef00ffffffffffffffffff",
                "0100beeffeffffffff00",
                "0100beefff000000000000008000",
                "0200beef0001ff",
                "0101010101010101",
                ""
            })
    void refusesMalformedBeef(String hex) {
        assertThatThrownBy(() -> parse(hex)).isInstanceOf(MalformedException.class);
    }

    @Test
    void refusesEveryTruncationAndATrailingByte() throws MalformedException {
        for (String hex : new String[] {BeefExamples.BRC_62, BeefExamples.UNFLAGGED_LEAF}) {
            byte[] bytes = Hex.decode(hex);
            for (int length = 0; length < bytes.length; length++) {
                byte[] cut = Arrays.copyOf(bytes, length);
                assertThatThrownBy(() -> Beef.parse(cut, BeefLimits.DEFAULT))
                        .as("cut to %d bytes", length)
                        .isInstanceOf(MalformedException.class);
            }
            byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
            assertThatThrownBy(() -> Beef.parse(longer, BeefLimits.DEFAULT))
                    .isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void refusesMoreThanTheLimits() {
        assertThatThrownBy(
                        () ->
                                Beef.parse(
                                        Hex.decode(BeefExamples.BRC_62),
                                        new BeefLimits(100, 10, 10)))
                .hasMessageContaining("limit is 100");
        assertThatThrownBy(
                        () ->
                                Beef.parse(
                                        Hex.decode(BeefExamples.BRC_62),
                                        new BeefLimits(10_000, 1, 10)))
                .hasMessageContaining("limit is 1");
    }
}
