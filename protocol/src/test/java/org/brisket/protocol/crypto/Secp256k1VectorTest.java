package org.brisket.protocol.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Sha256;
import org.brisket.protocol.vectors.VectorFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both providers against Wycheproof and against deterministic signatures. */
class Secp256k1VectorTest {
    static Stream<Secp256k1> providers() {
        return Stream.of(new NativeSecp256k1(), new BouncyCastleSecp256k1());
    }

    @ParameterizedTest
    @MethodSource("providers")
    void judgesSignaturesUnderBitcoinRulesAsWycheproof(Secp256k1 provider) {
        int count =
                judge(
                        provider,
                        "crypto/wycheproof_ecdsa_secp256k1_bitcoin.json",
                        signature -> signature.isLowS());
        assertThat(count).isEqualTo(219);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void judgesSignaturesUnderPlainRulesAsWycheproof(Secp256k1 provider) {
        int count = judge(provider, "crypto/wycheproof_ecdsa_secp256k1.json", signature -> true);
        assertThat(count).isEqualTo(231);
    }

    private interface Rule {
        boolean allows(EcdsaSignature signature);
    }

    private static int judge(Secp256k1 provider, String file, Rule rule) {
        List<JsonNode> cases = new ArrayList<>();
        for (JsonNode group : VectorFiles.read(file).path("testGroups")) {
            ByteSlice key = hex(group.path("publicKey").path("uncompressed"));
            group.path("tests").forEach(cases::add);
            VectorFiles.checkAll(
                    List.copyOf(
                            cases.subList(cases.size() - group.path("tests").size(), cases.size())),
                    test -> assertVerdict(provider, rule, key, test));
        }
        return cases.size();
    }

    private static void assertVerdict(Secp256k1 provider, Rule rule, ByteSlice key, JsonNode test) {
        byte[] digest = Sha256.hash(hex(test.path("msg")).toByteArray());
        Optional<EcdsaSignature> signature = StrictDer.parse(hex(test.path("sig")));
        boolean verdict =
                signature.isPresent()
                        && rule.allows(signature.get())
                        && provider.verify(digest, signature.get(), key);
        assertThat(verdict)
                .as("test %s: %s", test.path("tcId"), test.path("comment"))
                .isEqualTo(test.path("result").asText().equals("valid"));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void signsDeterministically(Secp256k1 provider) {
        int count =
                VectorFiles.checkAll(
                        "crypto/ecdsa_deterministic.json",
                        vector -> {
                            byte[] key = bytes(vector, "input", "private_key_hex");
                            byte[] digest = bytes(vector, "input", "digest_hex");
                            EcdsaSignature signature = provider.sign(digest, key);
                            JsonNode expected = vector.path("expected");
                            assertThat(Hex.encode(StrictDer.encode(signature)))
                                    .isEqualTo(expected.path("der_hex").asText());
                            assertThat(Hex.encode(provider.publicKey(key)))
                                    .isEqualTo(expected.path("public_key_compressed_hex").asText());
                            for (String form : List.of("compressed", "uncompressed")) {
                                ByteSlice point = hex(expected.path("public_key_" + form + "_hex"));
                                assertThat(provider.verify(digest, signature, point)).isTrue();
                            }
                        });
        assertThat(count).isEqualTo(30);
    }

    private static byte[] bytes(JsonNode vector, String part, String field) throws Exception {
        return Hex.decode(vector.path(part).path(field).asText());
    }

    private static ByteSlice hex(JsonNode node) {
        try {
            return ByteSlice.of(Hex.decode(node.asText()));
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }
}
