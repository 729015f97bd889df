package org.brisket.protocol.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.BYTE_ARRAY;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.vectors.VectorTest;

/** The operations of a wallet against the public vectors; what must fail gives no result. */
class WalletVectorTest {
    private record Call(JsonNode args, JsonNode expected, KeyWallet wallet) {
        static Call of(JsonNode vector) throws MalformedException {
            JsonNode input = vector.path("input");
            PrivateKey root = PrivateKey.fromHex(input.path("root_key").asText());
            return new Call(input.path("args"), vector.path("expected"), new KeyWallet(root));
        }

        InvoiceNumber invoice() throws MalformedException {
            return InvoiceNumber.of(
                    args.at("/protocolID/0").asInt(),
                    args.at("/protocolID/1").asText(),
                    args.path("keyID").asText());
        }

        Counterparty counterparty(String unless) throws MalformedException {
            return Counterparty.parse(args.path("counterparty").asText(unless));
        }

        Counterparty counterparty() throws MalformedException {
            return counterparty("self");
        }

        /** Bytes as a JSON array, as hexadecimal, or as text. */
        byte[] bytes(String field, boolean hexText) throws MalformedException {
            if (args.has(field + "_hex")) {
                return Hex.decode(args.path(field + "_hex").asText());
            }
            JsonNode value = args.path(field);
            if (value.isArray()) {
                return array(value);
            }
            return hexText
                    ? Hex.decode(value.asText())
                    : value.asText().getBytes(StandardCharsets.UTF_8);
        }

        byte[] expectedBytes(String field) throws MalformedException {
            JsonNode value = expected.path(field);
            if (value.isArray()) {
                return array(value);
            }
            return Hex.decode(expected.path(expected.has(field) ? field : field + "_hex").asText());
        }

        boolean mustFail() {
            return expected.has("error") || !expected.path("valid").asBoolean(true);
        }

        private static byte[] array(JsonNode value) {
            byte[] bytes = new byte[value.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) value.get(i).asInt();
            }
            return bytes;
        }
    }

    private interface Operation {
        Optional<byte[]> run(Call call) throws MalformedException;
    }

    private static void check(JsonNode vector, String result, Operation operation)
            throws MalformedException {
        Call call = Call.of(vector);
        if (call.mustFail()) {
            assertThat(outcome(call, operation)).as("refused").isEmpty();
            return;
        }
        byte[] given = operation.run(call).orElseThrow();
        if (!result.isEmpty()) {
            assertThat(Hex.encode(given)).isEqualTo(Hex.encode(call.expectedBytes(result)));
        }
    }

    private static Optional<byte[]> outcome(Call call, Operation operation) {
        try {
            return operation.run(call);
        } catch (MalformedException refused) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> when(boolean condition) {
        return condition ? Optional.of(new byte[0]) : Optional.empty();
    }

    private static Optional<byte[]> publicKey(Call call) throws MalformedException {
        if (call.args.path("identityKey").asBoolean()) {
            return Optional.of(call.wallet.identityKey().bytes().toByteArray());
        }
        PublicKey key =
                call.wallet.publicKey(
                        call.invoice(), call.counterparty(), call.args.path("forSelf").asBoolean());
        return Optional.of(key.bytes().toByteArray());
    }

    private static Optional<byte[]> signature(Call call, boolean hexText)
            throws MalformedException {
        InvoiceNumber invoice = call.invoice();
        Counterparty counterparty = call.counterparty("anyone");
        return Optional.of(
                call.args.has("hashToDirectlySign")
                        ? call.wallet.signDigest(
                                call.bytes("hashToDirectlySign", hexText), invoice, counterparty)
                        : call.wallet.sign(call.bytes("data", hexText), invoice, counterparty));
    }

    private static Optional<byte[]> verification(Call call, boolean hexText)
            throws MalformedException {
        byte[] der = call.bytes("signature", hexText);
        if (call.args.has("hashToDirectlyVerify")) {
            byte[] digest = call.bytes("hashToDirectlyVerify", hexText);
            return when(call.wallet.verifyDigest(digest, der, call.invoice(), call.counterparty()));
        }
        byte[] data = call.bytes("data", hexText);
        return when(
                call.args.path("forSelf").asBoolean()
                        ? call.wallet.verifyOwn(data, der, call.invoice(), call.counterparty())
                        : call.wallet.verify(data, der, call.invoice(), call.counterparty()));
    }

    private static Optional<byte[]> hmac(Call call) throws MalformedException {
        return Optional.of(
                call.wallet.hmac(call.bytes("data", false), call.invoice(), call.counterparty()));
    }

    private static Optional<byte[]> hmacVerification(Call call) throws MalformedException {
        return when(
                call.wallet.verifyHmac(
                        call.bytes("data", false),
                        call.bytes("hmac", false),
                        call.invoice(),
                        call.counterparty()));
    }

    private static Optional<byte[]> decryption(Call call) throws MalformedException {
        return call.wallet.decrypt(
                call.bytes("ciphertext", false), call.invoice(), call.counterparty());
    }

    @VectorTest("keys/wallet_operations.json")
    void doesWhatWalletsDo(JsonNode vector) throws MalformedException {
        switch (vector.at("/input/operation").asText()) {
            case "identityKey", "getPublicKey", "invalid-args" ->
                    check(vector, "publicKey", WalletVectorTest::publicKey);
            case "createSignature" -> check(vector, "signature", call -> signature(call, false));
            case "verifySignature" -> check(vector, "", call -> verification(call, false));
            case "createHmac" -> check(vector, "hmac", WalletVectorTest::hmac);
            case "verifyHmac" -> check(vector, "", WalletVectorTest::hmacVerification);
            case "decrypt" -> check(vector, "plaintext", WalletVectorTest::decryption);
            default -> throw new AssertionError("no evaluation of " + vector.path("id"));
        }
    }

    @VectorTest("conformance/messaging/brc31/authrite-signature.json")
    void signsAndVerifiesMessagesOfAnOlderProtocol(JsonNode vector) throws MalformedException {
        if (vector.at("/input/method").asText().equals("createSignature")) {
            check(vector, "signature", call -> signature(call, true));
        } else {
            check(vector, "", call -> verification(call, true));
        }
    }

    @VectorTest("conformance/wallet/brc100/getpublickey.json")
    void findsPublicKeys(JsonNode vector) throws MalformedException {
        check(vector, "publicKey", WalletVectorTest::publicKey);
    }

    @VectorTest("conformance/wallet/brc29/payment-derivation.json")
    void findsPaymentKeys(JsonNode vector) throws MalformedException {
        check(vector, "publicKey", WalletVectorTest::publicKey);
    }

    @VectorTest("conformance/wallet/brc100/createsignature.json")
    void signs(JsonNode vector) throws MalformedException {
        check(vector, "signature", call -> signature(call, false));
    }

    @VectorTest("conformance/wallet/brc100/verifysignature.json")
    void verifiesSignatures(JsonNode vector) throws MalformedException {
        check(vector, "", call -> verification(call, false));
    }

    @VectorTest("conformance/wallet/brc100/createhmac.json")
    void authenticates(JsonNode vector) throws MalformedException {
        check(vector, "hmac", WalletVectorTest::hmac);
    }

    @VectorTest("conformance/wallet/brc100/verifyhmac.json")
    void verifiesAuthenticationCodes(JsonNode vector) throws MalformedException {
        check(vector, "", WalletVectorTest::hmacVerification);
    }

    @VectorTest("conformance/wallet/brc100/decrypt.json")
    void decrypts(JsonNode vector) throws MalformedException {
        check(vector, "plaintext", WalletVectorTest::decryption);
    }

    /** The IV is random: what the vector encrypted must decrypt, and what we encrypt as well. */
    @VectorTest("conformance/wallet/brc100/encrypt.json")
    void encrypts(JsonNode vector) throws MalformedException {
        check(
                vector,
                "",
                call -> {
                    InvoiceNumber invoice = call.invoice();
                    byte[] data = call.bytes("data", false);
                    byte[] ours = call.wallet.encrypt(data, invoice, call.counterparty());
                    assertThat(call.wallet.decrypt(ours, invoice, call.counterparty()))
                            .get(BYTE_ARRAY)
                            .isEqualTo(data);
                    if (call.expected.has("ciphertext")) {
                        // The published ones were made of nothing, whatever their data says.
                        byte[] theirs = call.expectedBytes("ciphertext");
                        assertThat(call.wallet.decrypt(theirs, invoice, call.counterparty()))
                                .get(BYTE_ARRAY)
                                .isIn(data, new byte[0]);
                    }
                    return Optional.of(ours);
                });
    }
}
