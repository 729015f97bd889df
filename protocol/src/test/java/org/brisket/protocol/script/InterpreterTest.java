package org.brisket.protocol.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.key.PrivateKey;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;
import org.brisket.protocol.transaction.TransactionOutput;
import org.brisket.protocol.verdict.RejectionReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterpreterTest {
    private static final Interpreter INTERPRETER = new Interpreter(Secp256k1.best());
    private static final PrivateKey KEY = PrivateKey.of(BigInteger.valueOf(99));
    private static final Outpoint SPENT = new Outpoint(new Txid(9, 9, 9, 9), 0);

    private static ScriptVerdict evaluate(String locking, int version, CostMeter meter)
            throws MalformedException {
        Transaction transaction =
                new TransactionBuilder()
                        .version(version)
                        .input(SPENT, new byte[0])
                        .output(0, new byte[0])
                        .build();
        TransactionOutput source = new TransactionOutput(0, ByteSlice.of(Hex.decode(locking)));
        return INTERPRETER.verify(
                new InputSpend(
                        new SignatureDigests(transaction),
                        0,
                        source,
                        new ScriptRules(true, OutputEra.POST_CHRONICLE, version)),
                meter);
    }

    private static CostMeter meter() {
        return new CostMeter(1_000_000, 100_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0548656c6c6f5153b303656c6c87",
                "0548656c6c6f53b40348656c87",
                "0548656c6c6f53b5036c6c6f87",
                "5552b6011487",
                "018551b7018287",
                "558d5a87",
                "01858e018287",
                "62040200000087",
                "04020000006551670068",
                "01855480040500008087",
                "040500008081018587",
                "01855397018287",
                "01855296018287",
                "0548656c6c6f527f036c6c6f8802486587",
                "0200ff8302ff0087",
                "516aff",
                "516351676a68"
            })
    void evaluatesScriptsThatWereCheckedByHand(String locking) throws MalformedException {
        assertThat(evaluate(locking, 2, meter())).isEqualTo(ScriptVerdict.VALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02010051990200808 7",
                "0280005199024000 87",
                "02008051980201 0087",
                "046a09e667011e9804c000000087",
                "01ff519801fe87",
                "0101579801 8087"
            })
    void shiftsBitsAsOneStringFromTheLeft(String locking) throws MalformedException {
        assertThat(evaluate(locking.replace(" ", ""), 2, meter())).isEqualTo(ScriptVerdict.VALID);
    }

    @Test
    void knowsTheTransactionVersion() throws MalformedException {
        assertThat(evaluate("04020000006551670068", 1, meter()).isValid()).isFalse();
    }

    @Test
    void refusesRatherThanJudgesWhatCostsTooMuch() throws MalformedException {
        String manyHashes = "51" + "aa".repeat(1000) + "51";

        assertThat(evaluate(manyHashes, 2, new CostMeter(10_000, 100_000)))
                .isInstanceOfSatisfying(
                        ScriptVerdict.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(RejectionReason.COST_TOO_HIGH));
        assertThat(evaluate(manyHashes, 2, meter())).isEqualTo(ScriptVerdict.VALID);
    }

    @Test
    void refusesElementsThatGrowBeyondTheStack() throws MalformedException {
        String doubling = "4c50" + "ab".repeat(0x50) + "767e".repeat(40);

        assertThat(evaluate(doubling, 2, meter())).isInstanceOf(ScriptVerdict.Refused.class);
    }

    @Test
    void refusesHugePaddingWithoutMakingIt() throws MalformedException {
        assertThat(evaluate("5104ffffff7f80", 2, meter()))
                .isInstanceOf(ScriptVerdict.Refused.class);
    }

    @Test
    void nestsConditionalsDeeplyWithoutRecursion() throws MalformedException {
        String deep = "51".repeat(1) + "7663".repeat(3000) + "68".repeat(3000);

        assertThat(evaluate(deep, 2, new CostMeter(10_000_000, 10_000_000)))
                .isEqualTo(ScriptVerdict.VALID);
    }

    private static ScriptVerdict spend(byte[] locking) {
        TransactionOutput source = new TransactionOutput(500, ByteSlice.of(locking));
        ExtendedTransaction signed =
                new SigningBuilder().input(SPENT, source, KEY).output(400, locking).build();
        return INTERPRETER.verify(
                new InputSpend(
                        new SignatureDigests(signed.transaction()),
                        0,
                        source,
                        new ScriptRules(true, OutputEra.POST_GENESIS, 1)),
                meter());
    }

    @Test
    void acceptsSpendsOfPayToPublicKey() {
        assertThat(spend(ScriptTemplates.p2pk(KEY.publicKey()))).isEqualTo(ScriptVerdict.VALID);
    }

    @Test
    void acceptsSpendsOfTokensThatLockBeforeOrAfterTheirFields() {
        byte[] field = "a field".getBytes(StandardCharsets.UTF_8);
        byte[] key = KEY.publicKey().bytes().toByteArray();
        byte[] lockFirst =
                new ScriptBuilder()
                        .push(key)
                        .opcode(Opcode.CHECKSIG)
                        .push(field)
                        .push(field)
                        .push(field)
                        .opcode(Opcode.DROP_2)
                        .opcode(Opcode.DROP)
                        .build();
        byte[] lockLast =
                new ScriptBuilder()
                        .push(field)
                        .push(field)
                        .opcode(Opcode.DROP_2)
                        .push(key)
                        .opcode(Opcode.CHECKSIG)
                        .build();

        assertThat(spend(lockFirst)).isEqualTo(ScriptVerdict.VALID);
        assertThat(spend(lockLast)).isEqualTo(ScriptVerdict.VALID);
    }

    @Test
    void letsNobodySpendADataOutput() {
        byte[] data = ScriptTemplates.data(List.of(new byte[] {1}, new byte[300]));

        assertThat(ScriptTemplates.isData(ByteSlice.of(data))).isTrue();
        assertThat(spend(data).isValid()).isFalse();
    }
}
