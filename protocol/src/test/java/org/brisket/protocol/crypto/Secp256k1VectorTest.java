package org.brisket.protocol.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Sha256;
import org.brisket.protocol.vectors.VectorTest;

/** Both providers against Wycheproof, deterministic signatures, and other libraries. */
class Secp256k1VectorTest {
    private static final List<Secp256k1> PROVIDERS =
            List.of(new NativeSecp256k1(), new BouncyCastleSecp256k1());

    /** What a named secp256k1 key begins with, uncompressed and compressed, in X.509. */
    private static final String NAMED_UNCOMPRESSED =
            "3056301006072a8648ce3d020106052b8104000a034200";

    private static final String NAMED_COMPRESSED = "3036301006072a8648ce3d020106052b8104000a032200";

    private interface Rule {
        boolean allows(EcdsaSignature signature);
    }

    @VectorTest("crypto/wycheproof_ecdsa_secp256k1_bitcoin.json")
    void judgesSignaturesUnderBitcoinRulesAsWycheproof(JsonNode vector) throws MalformedException {
        assertVerdict(vector, EcdsaSignature::isLowS);
    }

    @VectorTest("crypto/wycheproof_ecdsa_secp256k1.json")
    void judgesSignaturesUnderPlainRulesAsWycheproof(JsonNode vector) throws MalformedException {
        assertVerdict(vector, signature -> true);
    }

    private static void assertVerdict(JsonNode test, Rule rule) throws MalformedException {
        ByteSlice key = slice(test.at("/group/publicKey/uncompressed"));
        byte[] digest = Sha256.hash(bytes(test.path("msg")));
        Optional<EcdsaSignature> signature = StrictDer.parse(slice(test.path("sig")));
        for (Secp256k1 provider : PROVIDERS) {
            boolean verdict =
                    signature.isPresent()
                            && rule.allows(signature.get())
                            && provider.verify(digest, signature.get(), key);
            assertThat(verdict)
                    .as("%s: %s", provider.description(), test.path("comment"))
                    .isEqualTo(test.path("result").asText().equals("valid"));
        }
    }

    /** We read points and nothing around them, so that only named keys reach us. */
    @VectorTest("crypto/wycheproof_ecdh_secp256k1.json")
    void sharesSecretsAsWycheproof(JsonNode test) throws MalformedException {
        Optional<ByteSlice> point = point(test.path("public").asText());
        BigInteger number = new BigInteger(1, bytes(test.path("private")));
        byte[] key = CurveOrder.toBytes(number.mod(CurveOrder.N));
        for (Secp256k1 provider : PROVIDERS) {
            boolean readable = point.isPresent() && provider.isPoint(point.get());
            String result = test.path("result").asText();
            assertThat(readable || !result.equals("valid")).as(provider.description()).isTrue();
            assertThat(readable && result.equals("invalid")).as("refused").isFalse();
            if (readable) {
                byte[] shared = provider.multiply(point.get(), key);
                assertThat(Hex.encode(Arrays.copyOfRange(shared, 1, 33)))
                        .isEqualTo(test.path("shared").asText());
            }
        }
    }

    private static Optional<ByteSlice> point(String subjectPublicKeyInfo)
            throws MalformedException {
        for (String prefix : List.of(NAMED_UNCOMPRESSED, NAMED_COMPRESSED)) {
            if (subjectPublicKeyInfo.startsWith(prefix)) {
                String point = subjectPublicKeyInfo.substring(prefix.length());
                return Optional.of(ByteSlice.of(Hex.decode(point)));
            }
        }
        return Optional.empty();
    }

    @VectorTest("crypto/ecdsa_deterministic.json")
    void signsDeterministically(JsonNode vector) throws MalformedException {
        byte[] key = bytes(vector.at("/input/private_key_hex"));
        byte[] digest = bytes(vector.at("/input/digest_hex"));
        JsonNode expected = vector.path("expected");
        for (Secp256k1 provider : PROVIDERS) {
            EcdsaSignature signature = provider.sign(digest, key);
            assertThat(Hex.encode(StrictDer.encode(signature)))
                    .isEqualTo(expected.path("der_hex").asText());
            assertThat(signature)
                    .hasToString(expected.path("r_hex").asText() + expected.path("s_hex").asText());
            assertThat(expected.path("compact_signature_hex").asText())
                    .endsWith(signature.toString());
            assertThat(Hex.encode(provider.publicKey(key)))
                    .isEqualTo(expected.path("public_key_compressed_hex").asText());
            for (String form : List.of("compressed", "uncompressed")) {
                ByteSlice point = slice(expected.path("public_key_" + form + "_hex"));
                assertThat(provider.verify(digest, signature, point)).isTrue();
            }
        }
    }

    /** These sign a short number as it is, without hashing it. */
    @VectorTest("conformance/sdk/crypto/ecdsa.json")
    void signsAndVerifiesAsOtherLibraries(JsonNode vector) throws MalformedException {
        for (Secp256k1 provider : PROVIDERS) {
            assertSigning(provider, vector.path("input"), vector.path("expected"));
        }
    }

    private static void assertSigning(Secp256k1 provider, JsonNode input, JsonNode expected)
            throws MalformedException {
        if (input.path("pubkey").asText().equals("infinity")) {
            assertThat(provider.isPoint(ByteSlice.of(new byte[1]))).isFalse();
            return;
        }
        byte[] key = bytes(input.path("privkey_hex"));
        ByteSlice publicKey = ByteSlice.of(provider.publicKey(key));
        if (input.has("messages")) {
            for (JsonNode message : input.path("messages")) {
                assertThat(provider.sign(number(message.asText()), key).isLowS()).isTrue();
            }
            return;
        }
        boolean two = input.has("signed_message_hex");
        byte[] signed = number(input.path(two ? "signed_message_hex" : "message_hex").asText());
        byte[] verified = number(input.path(two ? "verify_message_hex" : "message_hex").asText());
        EcdsaSignature signature = provider.sign(signed, key);
        if (input.has("signature_r")) {
            signature =
                    EcdsaSignature.ofCompact(
                            concatenate(
                                    number(input.path("signature_r").asText()),
                                    number(input.path("signature_s").asText())));
        }
        if (input.has("wrong_pubkey_scalar")) {
            byte[] scalar = number(input.path("wrong_pubkey_scalar").asText());
            publicKey = ByteSlice.of(provider.publicKey(scalar));
        }
        assertThat(signature.isLowS() || input.has("signature_s")).isTrue();
        if (expected.has("der_length_bytes")) {
            assertThat(StrictDer.encode(signature))
                    .hasSize(expected.path("der_length_bytes").asInt());
        }
        if (expected.has("verify")) {
            assertThat(provider.verify(verified, signature, publicKey))
                    .isEqualTo(expected.path("verify").asBoolean());
        }
        assertThat(StrictDer.parse(ByteSlice.of(StrictDer.encode(signature)))).contains(signature);
    }

    private static byte[] number(String hex) {
        BigInteger value = new BigInteger(hex, 16);
        return CurveOrder.toBytes(value.mod(BigInteger.ONE.shiftLeft(256)));
    }

    private static byte[] concatenate(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @VectorTest("conformance/sdk/crypto/signature.json")
    void readsAndWritesSignaturesAsOtherLibraries(JsonNode vector) throws MalformedException {
        JsonNode input = vector.path("input");
        JsonNode expected = vector.path("expected");
        if (input.has("privkey_hex")) {
            byte[] key = bytes(input.path("privkey_hex"));
            for (Secp256k1 provider : PROVIDERS) {
                byte[] digest = number(input.path("message_hex").asText());
                EcdsaSignature signature = provider.sign(digest, key);
                assertThat(Hex.encode(StrictDer.encode(signature)))
                        .isEqualTo(expected.path("der_hex").asText());
            }
            return;
        }
        JsonNode der = input.has("der_hex") ? input.path("der_hex") : input.path("der_bytes_hex");
        Optional<EcdsaSignature> signature = StrictDer.parse(slice(der));
        assertThat(signature.isEmpty()).isEqualTo(expected.path("throws").asBoolean());
        if (signature.isPresent()) {
            assertThat(signature.get())
                    .hasToString(expected.path("r_hex").asText() + expected.path("s_hex").asText());
            assertThat(Hex.encode(StrictDer.encode(signature.get()))).isEqualTo(der.asText());
        }
    }

    private static byte[] bytes(JsonNode hex) throws MalformedException {
        return Hex.decode(hex.asText());
    }

    private static ByteSlice slice(JsonNode hex) throws MalformedException {
        return ByteSlice.of(bytes(hex));
    }
}
