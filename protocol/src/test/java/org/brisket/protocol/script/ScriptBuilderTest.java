package org.brisket.protocol.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.key.PrivateKey;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.TransactionOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptBuilderTest {
    @ParameterizedTest
    @CsvSource({"'', 00", "00, 0100", "01, 51", "10, 60", "11, 0111", "81, 4f", "ffff, 02ffff"})
    void pushesInTheShortestForm(String data, String script) throws MalformedException {
        byte[] built = new ScriptBuilder().push(Hex.decode(data)).build();

        assertThat(Hex.encode(built)).isEqualTo(script);
    }

    @ParameterizedTest
    @CsvSource({
        "75, 4b",
        "76, 4c4c",
        "255, 4cff",
        "256, 4d0001",
        "65535, 4dffff",
        "65536, 4e00000100"
    })
    void choosesTheLengthFormByTheLength(int length, String prefix) {
        byte[] built = new ScriptBuilder().push(new byte[length]).build();

        assertThat(Hex.encode(built)).startsWith(prefix);
        assertThat(built).hasSize(length + prefix.length() / 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x41, 0x42, 0x43, 0xC1, 0xC2, 0xC3})
    void signsSoThatTheInterpreterAccepts(int hashType) {
        PrivateKey key = PrivateKey.of(BigInteger.valueOf(5));
        byte[] lock = P2pkh.lock(key.publicKey());
        SigningBuilder builder = new SigningBuilder();
        for (int i = 0; i < 3; i++) {
            TransactionOutput source = new TransactionOutput(100 + i, ByteSlice.of(lock));
            builder.input(new Outpoint(new Txid(1, 1, 1, i), i), source, key);
        }
        ExtendedTransaction signed = builder.output(1, lock).output(2, lock).build(hashType);
        SignatureDigests digests = new SignatureDigests(signed.transaction());

        for (int i = 0; i < 3; i++) {
            ScriptRules rules = new ScriptRules(false, OutputEra.POST_GENESIS, 1);
            InputSpend spend = new InputSpend(digests, i, signed.sourceOutputs().get(i), rules);
            assertThat(
                            new Interpreter(Secp256k1.best())
                                    .verify(spend, new CostMeter(100_000, 100_000)))
                    .isEqualTo(ScriptVerdict.VALID);
        }
    }

    @Test
    void tellsScriptHashOutputsFromOthers() throws MalformedException {
        String hash = "00".repeat(20);

        assertThat(ScriptTemplates.isScriptHash(ByteSlice.of(Hex.decode("a914" + hash + "87"))))
                .isTrue();
        assertThat(ScriptTemplates.isScriptHash(ByteSlice.of(Hex.decode("a914" + hash + "88"))))
                .isFalse();
        assertThat(ScriptTemplates.isScriptHash(ByteSlice.of(Hex.decode("a914" + hash + "8751"))))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "619999, PRE_GENESIS",
        "620538, POST_GENESIS",
        "943815, POST_GENESIS",
        "943816, POST_CHRONICLE"
    })
    void knowsTheErasOfTheMainNetwork(long height, OutputEra era) {
        assertThat(ActivationHeights.MAIN.eraAt(height)).isEqualTo(era);
    }
}
