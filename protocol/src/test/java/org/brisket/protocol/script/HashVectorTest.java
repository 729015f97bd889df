package org.brisket.protocol.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.crypto.Hmac;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.hash.Ripemd160;
import org.brisket.protocol.hash.Sha256;
import org.brisket.protocol.vectors.VectorTest;

/** Every digest as the library computes it, and as a script does that has an opcode for it. */
class HashVectorTest {
    private static final Interpreter INTERPRETER = new Interpreter(Secp256k1.best());

    @VectorTest("crypto/hashes.json")
    void hashesAsTheNode(JsonNode vector) throws MalformedException {
        JsonNode input = vector.path("input");
        String algorithm = input.path("algorithm").asText();
        byte[] message = Hex.decode(input.path("message_hex").asText());
        byte[] key = Hex.decode(input.path("key_hex").asText());
        assertDigest(algorithm, key, message, vector.at("/expected/digest_hex").asText());
    }

    @VectorTest("conformance/sdk/crypto/sha256.json")
    void hashesWithSha256(JsonNode vector) throws MalformedException {
        String algorithm = vector.at("/input/double").asBoolean() ? "sha256d" : "sha256";
        assertDigest(algorithm, vector, "hash");
    }

    @VectorTest("conformance/sdk/crypto/ripemd160.json")
    void hashesWithRipemd160(JsonNode vector) throws MalformedException {
        assertDigest("ripemd160", vector, "hash");
    }

    @VectorTest("conformance/sdk/crypto/hash160.json")
    void hashesPublicKeys(JsonNode vector) throws MalformedException {
        assertDigest("hash160", vector, "hash160");
    }

    @VectorTest("conformance/sdk/crypto/hmac.json")
    void hashesWithAKey(JsonNode vector) throws MalformedException {
        assertDigest(vector.at("/input/algorithm").asText(), vector, "hmac");
    }

    private static void assertDigest(String algorithm, JsonNode vector, String result)
            throws MalformedException {
        JsonNode input = vector.path("input");
        byte[] key = bytes(input.path("key"), input.path("key_encoding"));
        JsonNode encoding =
                input.has("encoding") ? input.path("encoding") : input.path("message_encoding");
        JsonNode message = input.has("pubkey") ? input.path("pubkey") : input.path("message");
        String expected = vector.path("expected").path(result).asText();
        assertDigest(algorithm, key, bytes(message, encoding), expected);
    }

    private static byte[] bytes(JsonNode text, JsonNode encoding) throws MalformedException {
        return encoding.asText().equals("utf8")
                ? text.asText().getBytes(StandardCharsets.UTF_8)
                : Hex.decode(text.asText());
    }

    private static void assertDigest(String algorithm, byte[] key, byte[] message, String expected)
            throws MalformedException {
        switch (algorithm) {
            case "sha256" -> {
                assertThat(Hex.encode(Sha256.hash(message))).isEqualTo(expected);
                assertOpcode(Opcode.SHA256, message, expected);
            }
            case "sha256d" -> {
                assertThat(Hex.encode(Sha256.doubleHash(message))).isEqualTo(expected);
                assertOpcode(Opcode.HASH256, message, expected);
            }
            case "ripemd160" -> {
                assertThat(Hex.encode(Ripemd160.hash(message, 0, message.length)))
                        .isEqualTo(expected);
                assertOpcode(Opcode.RIPEMD160, message, expected);
            }
            case "hash160" -> {
                assertThat(Hex.encode(Ripemd160.hash160(message))).isEqualTo(expected);
                assertOpcode(Opcode.HASH160, message, expected);
            }
            case "sha1" -> assertOpcode(Opcode.SHA1, message, expected);
            case "hmac-sha256" ->
                    assertThat(Hex.encode(Hmac.sha256(key, message))).isEqualTo(expected);
            case "hmac-sha512" ->
                    assertThat(Hex.encode(Hmac.sha512(key, message))).isEqualTo(expected);
            default -> throw new AssertionError("no evaluation of " + algorithm);
        }
    }

    private static void assertOpcode(int opcode, byte[] message, String expected)
            throws MalformedException {
        byte[] locking =
                new ScriptBuilder()
                        .push(message)
                        .opcode(opcode)
                        .push(Hex.decode(expected))
                        .opcode(Opcode.EQUAL)
                        .build();
        assertThat(ScriptRunner.run(INTERPRETER, new byte[0], locking, 1))
                .isEqualTo(ScriptVerdict.VALID);
    }
}
