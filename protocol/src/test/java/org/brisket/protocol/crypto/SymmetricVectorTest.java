package org.brisket.protocol.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.BYTE_ARRAY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.key.SymmetricKey;
import org.brisket.protocol.vectors.VectorTest;

/** Authentication codes and encryption against Wycheproof and other libraries. */
class SymmetricVectorTest {
    @VectorTest("crypto/wycheproof_hmac_sha256.json")
    void authenticatesWithSha256AsWycheproof(JsonNode test) throws MalformedException {
        assertCode(test, Hmac.sha256(bytes(test, "key"), bytes(test, "msg")));
    }

    @VectorTest("crypto/wycheproof_hmac_sha512.json")
    void authenticatesWithSha512AsWycheproof(JsonNode test) throws MalformedException {
        assertCode(test, Hmac.sha512(bytes(test, "key"), bytes(test, "msg")));
    }

    private static void assertCode(JsonNode test, byte[] code) throws MalformedException {
        byte[] cut = Arrays.copyOf(code, test.at("/group/tagSize").asInt() / 8);
        assertThat(Hmac.matches(cut, bytes(test, "tag")))
                .as(test.path("comment").asText())
                .isEqualTo(test.path("result").asText().equals("valid"));
    }

    @VectorTest("crypto/wycheproof_aes_gcm_256.json")
    void encryptsAndDecryptsAsWycheproof(JsonNode test) throws MalformedException {
        byte[] key = bytes(test, "key");
        byte[] iv = bytes(test, "iv");
        byte[] additional = bytes(test, "aad");
        byte[] encrypted = Hex.decode(test.path("ct").asText() + test.path("tag").asText());

        Optional<byte[]> plain = AesGcm.decrypt(key, iv, additional, encrypted);

        boolean valid = test.path("result").asText().equals("valid");
        assertThat(plain.isPresent()).as(test.path("comment").asText()).isEqualTo(valid);
        if (valid) {
            assertThat(plain).get(BYTE_ARRAY).isEqualTo(bytes(test, "msg"));
            assertThat(AesGcm.encrypt(key, iv, additional, bytes(test, "msg")))
                    .isEqualTo(encrypted);
        }
    }

    @VectorTest("conformance/sdk/crypto/aes.json")
    void encryptsAsOtherLibraries(JsonNode vector) throws MalformedException {
        JsonNode input = vector.path("input");
        JsonNode expected = vector.path("expected");
        if (input.has("ciphertext_hex")) {
            assertThat(
                            SymmetricKey.parse(bytes(input, "key"))
                                    .decrypt(bytes(input, "ciphertext_hex")))
                    .get(BYTE_ARRAY)
                    .isEqualTo(expected.path("plaintext_utf8").asText().getBytes(UTF_8));
            return;
        }
        byte[] encrypted =
                AesGcm.encrypt(
                        bytes(input, "key"),
                        bytes(input, "iv"),
                        new byte[0],
                        bytes(input, "plaintext"));
        assertThat(Hex.encode(encrypted))
                .isEqualTo(
                        expected.path("ciphertext").asText()
                                + expected.path("authentication_tag").asText());
    }

    private static byte[] bytes(JsonNode node, String field) throws MalformedException {
        return Hex.decode(node.path(field).asText());
    }
}
