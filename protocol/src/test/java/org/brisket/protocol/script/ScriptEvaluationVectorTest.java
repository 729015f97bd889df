package org.brisket.protocol.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.vectors.VectorTest;

/** Scripts as other libraries read, write and run them. */
class ScriptEvaluationVectorTest {
    private static final Interpreter INTERPRETER = new Interpreter(Secp256k1.best());

    @VectorTest("conformance/sdk/scripts/evaluation.manual.json")
    void readsWritesAndRunsScripts(JsonNode vector) throws MalformedException, ScriptFailure {
        JsonNode input = vector.path("input");
        JsonNode expected = vector.path("expected");
        if (input.has("script_pubkey_hex")) {
            assertVerdict(input, expected);
        } else if (expected.path("throws").asBoolean()) {
            assertThatThrownBy(() -> Hex.decode(input.path("hex").asText()))
                    .isInstanceOf(MalformedException.class);
        } else if (input.has("hex") || input.has("binary")) {
            assertOneOpcode(bytes(input), expected);
        } else if (input.has("pubkey_hash_hex")) {
            byte[] lock = P2pkh.lock(Hex.decode(input.path("pubkey_hash_hex").asText()));
            assertThat(Hex.encode(lock)).isEqualTo(expected.path("hex").asText());
        } else if (input.has("data_length_bytes")) {
            byte[] data = new byte[input.path("data_length_bytes").asInt()];
            Arrays.fill(data, (byte) 1);
            assertOneOpcode(new ScriptBuilder().push(data).build(), expected);
        } else {
            assertNumbers(input, expected);
        }
    }

    private static void assertVerdict(JsonNode input, JsonNode expected) throws MalformedException {
        byte[] unlocking = Hex.decode(input.path("script_sig_hex").asText());
        byte[] locking = Hex.decode(input.path("script_pubkey_hex").asText());
        int version = input.path("isRelaxed").asBoolean() ? 2 : 1;
        ScriptVerdict verdict = ScriptRunner.run(INTERPRETER, unlocking, locking, version);
        assertThat(verdict.isValid())
                .as(verdict.toString())
                .isEqualTo(expected.path("valid").asBoolean());
    }

    private static byte[] bytes(JsonNode input) throws MalformedException {
        if (input.has("hex")) {
            return Hex.decode(input.path("hex").asText());
        }
        byte[] bytes = new byte[input.path("binary").size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) input.path("binary").get(i).asInt();
        }
        return bytes;
    }

    private static void assertOneOpcode(byte[] script, JsonNode expected) throws ScriptFailure {
        ScriptReader reader = new ScriptReader(ByteSlice.of(script));
        int opcode = reader.next();
        assertThat(reader.hasNext()).isFalse();
        if (expected.has("chunk_0_op")) {
            assertThat(opcode).isEqualTo(expected.path("chunk_0_op").asInt());
        }
        if (expected.has("chunk_0_data")) {
            assertThat(reader.pushed().length()).isEqualTo(expected.path("chunk_0_data").size());
            for (int i = 0; i < reader.pushed().length(); i++) {
                assertThat(reader.pushed().at(i))
                        .isEqualTo(expected.path("chunk_0_data").get(i).asInt());
            }
        }
    }

    private static void assertNumbers(JsonNode input, JsonNode expected) throws ScriptFailure {
        if (input.has("value")) {
            byte[] number = ScriptNumber.encode(input.path("value").asLong());
            assertOneOpcode(new ScriptBuilder().push(number).build(), expected);
            return;
        }
        assertThat(input.path("values")).isNotEmpty();
        for (int i = 0; i < input.path("values").size(); i++) {
            byte[] number = ScriptNumber.encode(input.path("values").get(i).asLong());
            byte[] script = new ScriptBuilder().push(number).build();
            assertThat(script).containsExactly(expected.path("opcodes").get(i).asInt());
        }
    }

    @VectorTest("conformance/regressions/script-lshift-truncation.json")
    void shiftsWithinTheLength(JsonNode vector) throws MalformedException {
        assertShift(vector.path("input"), vector.path("expected"));
    }

    @VectorTest("conformance/regressions/script-shift-endianness.json")
    void shiftsFromByteToByte(JsonNode vector) throws MalformedException {
        assertShift(vector.path("input"), vector.path("expected"));
    }

    private static void assertShift(JsonNode input, JsonNode expected) throws MalformedException {
        boolean left = input.path("operation").asText().equals("op_lshift");
        byte[] locking =
                new ScriptBuilder()
                        .push(Hex.decode(input.path("value_hex").asText()))
                        .push(ScriptNumber.encode(input.path("shift_bits").asLong()))
                        .opcode(left ? Opcode.LSHIFT : Opcode.RSHIFT)
                        .push(Hex.decode(expected.path("result_hex").asText()))
                        .opcode(Opcode.EQUAL)
                        .build();
        assertThat(ScriptRunner.run(INTERPRETER, new byte[0], locking, 1))
                .isEqualTo(ScriptVerdict.VALID);
    }

    @VectorTest("conformance/regressions/script-writebin-empty.json")
    void pushesNothingAsZero(JsonNode vector) throws MalformedException {
        byte[] data = Hex.decode(vector.at("/input/data_hex").asText());
        assertThat(Hex.encode(new ScriptBuilder().push(data).build()))
                .isEqualTo(vector.at("/expected/hex").asText());
    }
}
