package org.brisket.protocol.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.hash.Ripemd160;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;
import org.brisket.protocol.transaction.TransactionOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What outputs from before Genesis keep of their time, each limit at its edge. */
class EraLimitsTest {
    private static final Interpreter INTERPRETER = new Interpreter(Secp256k1.best());
    private static final byte[] TRUE = {Opcode.OP_1};

    private static byte[] script(Consumer<ScriptBuilder> content) {
        ScriptBuilder builder = new ScriptBuilder();
        content.accept(builder);
        return builder.build();
    }

    private static byte[] repeated(int opcode, int times) {
        return script(builder -> repeat(builder, opcode, times));
    }

    private static void repeat(ScriptBuilder builder, int opcode, int times) {
        for (int i = 0; i < times; i++) {
            builder.opcode(opcode);
        }
    }

    private static Transaction spending(byte[] unlocking, int version, long sequence, long time) {
        return new TransactionBuilder()
                .version(version)
                .lockTime(time)
                .input(new Outpoint(new Txid(1, 2, 3, 4), 0), unlocking, sequence)
                .output(0, new byte[0])
                .build();
    }

    private static ScriptVerdict run(Transaction spending, byte[] locking, ScriptProfile profile) {
        var source = new TransactionOutput(0, ByteSlice.of(locking));
        ScriptRules rules = profile.rules(spending.version());
        InputSpend spend = new InputSpend(new SignatureDigests(spending), 0, source, rules);
        return INTERPRETER.verify(spend, new CostMeter(100_000_000, 100_000_000));
    }

    private static void assertOnlyBeforeGenesis(ScriptError error, byte[] locking) {
        assertError(error, TRUE, locking);
        assertThat(run(spending(TRUE, 1, 0, 0), locking, ScriptProfile.CG).isValid())
                .as("since Genesis the limit is gone")
                .isTrue();
    }

    private static void assertError(ScriptError error, byte[] unlocking, byte[] locking) {
        ScriptVerdict verdict = run(spending(unlocking, 1, 0, 0), locking, ScriptProfile.CP);
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        ScriptVerdict.Invalid.class,
                        invalid -> assertThat(invalid.error()).isEqualTo(error));
    }

    private static void assertValid(byte[] unlocking, byte[] locking) {
        ScriptVerdict verdict = run(spending(unlocking, 1, 0, 0), locking, ScriptProfile.CP);
        assertThat(verdict).isEqualTo(ScriptVerdict.VALID);
    }

    @Test
    void countsOperationsAlsoWhereNothingIsExecuted() {
        assertValid(TRUE, repeated(Opcode.NOP, 500));
        assertOnlyBeforeGenesis(ScriptError.OP_COUNT, repeated(Opcode.NOP, 501));
        byte[] skipped =
                script(
                        builder -> {
                            builder.opcode(Opcode.OP_0).opcode(Opcode.IF);
                            repeat(builder, Opcode.NOP, 499);
                            builder.opcode(Opcode.ENDIF);
                        });
        assertOnlyBeforeGenesis(ScriptError.OP_COUNT, skipped);
    }

    @Test
    void boundsBothStacksTogether() {
        assertValid(TRUE, repeated(Opcode.OP_1, 999));
        assertOnlyBeforeGenesis(ScriptError.STACK_SIZE, repeated(Opcode.OP_1, 1_000));
        byte[] oneAside =
                script(
                        builder -> {
                            builder.opcode(Opcode.OP_1).opcode(Opcode.TOALTSTACK);
                            repeat(builder, Opcode.OP_1, 999);
                        });
        assertOnlyBeforeGenesis(ScriptError.STACK_SIZE, oneAside);
    }

    @Test
    void boundsScripts() {
        assertValid(TRUE, data(10_000));
        assertOnlyBeforeGenesis(ScriptError.SCRIPT_SIZE, data(10_001));
    }

    /** Pushes of 500 bytes, then of single bytes, up to a length. */
    private static byte[] data(int length) {
        return script(
                builder -> {
                    int written = 0;
                    while (length - written > 503) {
                        builder.push(new byte[500]);
                        written += 503;
                    }
                    repeat(builder, Opcode.OP_1, length - written);
                });
    }

    @Test
    void boundsElementsPushedAndMade() {
        assertValid(TRUE, script(builder -> builder.push(new byte[520]).opcode(Opcode.DROP)));
        assertOnlyBeforeGenesis(
                ScriptError.PUSH_SIZE,
                script(builder -> builder.push(new byte[521]).opcode(Opcode.DROP)));
        assertOnlyBeforeGenesis(
                ScriptError.PUSH_SIZE,
                script(
                        builder ->
                                builder.push(new byte[300])
                                        .push(new byte[221])
                                        .opcode(Opcode.CAT)
                                        .opcode(Opcode.DROP)));
    }

    @Test
    void boundsPublicKeysOfAMultipleSignature() {
        assertValid(TRUE, multipleSignature(20));
        assertOnlyBeforeGenesis(ScriptError.PUBKEY_COUNT, multipleSignature(21));
    }

    /** None of so many keys has to sign. */
    private static byte[] multipleSignature(int keys) {
        return script(
                builder -> {
                    builder.opcode(Opcode.OP_0).opcode(Opcode.OP_0);
                    repeat(builder, Opcode.OP_1, keys);
                    builder.push(new byte[] {(byte) keys}).opcode(Opcode.CHECKMULTISIG);
                });
    }

    @Test
    void runsTheScriptThatAnOutputPaysTo() {
        byte[] redeem = script(b -> b.opcode(Opcode.OP_1).opcode(Opcode.EQUAL));
        byte[] locking =
                script(
                        builder ->
                                builder.opcode(Opcode.HASH160)
                                        .push(Ripemd160.hash160(ByteSlice.of(redeem)))
                                        .opcode(Opcode.EQUAL));

        assertValid(script(b -> b.opcode(Opcode.OP_1).push(redeem)), locking);
        byte[] wrong = script(b -> b.opcode(Opcode.OP_1 + 1).push(redeem));
        assertError(ScriptError.EVAL_FALSE, wrong, locking);
        assertThat(run(spending(wrong, 1, 0, 0), locking, ScriptProfile.CG).isValid())
                .as("since Genesis the hash alone counts")
                .isTrue();
        byte[] works = script(b -> b.opcode(Opcode.OP_1).opcode(Opcode.NOP).push(redeem));
        assertThat(run(spending(works, 2, 0, 0), locking, ScriptProfile.CP))
                .as("the unlocking script must only push, whatever the version")
                .isInstanceOf(ScriptVerdict.Invalid.class);
    }

    @ParameterizedTest
    @CsvSource({
        // required, version, sequence, expected
        "10, 2, 10, true",
        "11, 2, 10, false",
        "10, 1, 10, false",
        "4194314, 2, 4194314, true",
        "4194314, 2, 10, false",
        "10, 2, 2147483658, false",
        "2147483648, 1, 0, true",
        "-1, 2, 10, false"
    })
    void holdsACoinForATime(long required, int version, long sequence, boolean valid) {
        byte[] locking = timed(required, Opcode.NOP3);

        Transaction spending = spending(TRUE, version, sequence, 0);
        assertThat(run(spending, locking, ScriptProfile.CP).isValid()).isEqualTo(valid);
        assertThat(run(spending, locking, ScriptProfile.CG).isValid()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // required, sequence, lock time, expected
        "100, 0, 100, true",
        "101, 0, 100, false",
        "100, 4294967295, 100, false",
        "499999999, 0, 500000000, false",
        "4294967295, 0, 4294967295, true",
        "-1, 0, 100, false"
    })
    void holdsACoinUntilATime(long required, long sequence, long time, boolean valid) {
        byte[] locking = timed(required, Opcode.NOP2);

        Transaction spending = spending(TRUE, 1, sequence, time);
        assertThat(run(spending, locking, ScriptProfile.CP).isValid()).isEqualTo(valid);
        assertThat(run(spending, locking, ScriptProfile.CC).isValid()).isTrue();
    }

    private static byte[] timed(long required, int opcode) {
        return script(
                builder ->
                        builder.push(ScriptNumber.encode(required))
                                .opcode(opcode)
                                .opcode(Opcode.DROP));
    }
}
