package org.brisket.protocol.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.key.PrivateKey;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;
import org.brisket.protocol.transaction.TransactionOutput;
import org.brisket.protocol.vectors.VectorFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The short way through P2PKH against the interpreter: same verdict, same cost. */
class P2pkhSpendTest {
    private static final Interpreter INTERPRETER = new Interpreter(Secp256k1.best());
    private static final PrivateKey KEY = PrivateKey.of(BigInteger.valueOf(31337));
    private static final byte[] LOCK = P2pkh.lock(KEY.publicKey());

    private static byte[] validUnlock() {
        return signed().transaction().unlockingScript(0).toByteArray();
    }

    private static ExtendedTransaction signed() {
        return new SigningBuilder()
                .input(outpoint(), new TransactionOutput(1000, ByteSlice.of(LOCK)), KEY)
                .output(999, LOCK)
                .build();
    }

    private static Outpoint outpoint() {
        return new Outpoint(new Txid(1, 2, 3, 4), 5);
    }

    /** Unlocking scripts near the template: a byte changed, dropped or added, in every place. */
    static Stream<byte[]> variants() {
        byte[] valid = validUnlock();
        List<byte[]> variants = new ArrayList<>(List.of(valid, new byte[0]));
        for (int i = 0; i < valid.length; i++) {
            byte[] changed = valid.clone();
            changed[i] ^= 1;
            variants.add(changed);
            variants.add(Arrays.copyOf(valid, i));
        }
        variants.add(Arrays.copyOf(valid, valid.length + 1));
        variants.add(new byte[] {0, 0});
        variants.add(new byte[] {1, 1, 1, 1});
        return variants.stream();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void agreesWithTheInterpreterOnScriptsNearTheTemplate(byte[] unlocking) {
        for (int version = 1; version <= 2; version++) {
            Transaction transaction =
                    new TransactionBuilder()
                            .version(version)
                            .input(outpoint(), unlocking)
                            .output(999, LOCK)
                            .build();
            assertSame(transaction, 0, new TransactionOutput(1000, ByteSlice.of(LOCK)), version);
        }
    }

    @Test
    void acceptsWhatItSigned() {
        ExtendedTransaction signed = signed();
        InputSpend spend =
                new InputSpend(
                        new SignatureDigests(signed.transaction()),
                        0,
                        signed.sourceOutputs().get(0),
                        new ScriptRules(true, OutputEra.PRE_GENESIS, 1));

        assertThat(INTERPRETER.verify(spend, meter()).isValid())
                .as("the template is the same in every era")
                .isTrue();
    }

    @Test
    void agreesWithTheInterpreterOnGeneratedSpends() {
        VectorFiles.checkAll(
                "scripts/generated_spends.json",
                vector -> {
                    JsonNode input = vector.path("input");
                    Transaction transaction =
                            Transaction.parse(Hex.decode(input.path("tx_hex").asText()));
                    byte[] locking = Hex.decode(input.path("prevout_script_hex").asText());
                    assertSame(
                            transaction,
                            input.path("input_index").asInt(),
                            new TransactionOutput(
                                    input.path("prevout_satoshis").asLong(), ByteSlice.of(locking)),
                            transaction.version());
                });
    }

    private static void assertSame(
            Transaction transaction, int input, TransactionOutput source, int version) {
        ScriptRules rules = new ScriptRules(true, OutputEra.POST_CHRONICLE, version);
        InputSpend spend = new InputSpend(new SignatureDigests(transaction), input, source, rules);
        CostMeter shortMeter = meter();
        CostMeter longMeter = meter();

        ScriptVerdict shortWay = INTERPRETER.verify(spend, shortMeter);
        ScriptVerdict longWay = INTERPRETER.verifyWithoutTemplates(spend, longMeter);

        assertThat(shortWay.getClass()).isEqualTo(longWay.getClass());
        if (longWay.isValid()) {
            assertThat(shortMeter.spent()).isEqualTo(longMeter.spent());
        }
    }

    private static CostMeter meter() {
        return new CostMeter(1_000_000, 1_000_000);
    }
}
