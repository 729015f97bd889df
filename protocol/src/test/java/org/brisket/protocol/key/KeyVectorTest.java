package org.brisket.protocol.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.vectors.VectorTest;

/** Keys, their texts and their children against the public vectors. */
class KeyVectorTest {
    @VectorTest("keys/base58_addresses_wif.json")
    void readsAndWritesBase58AddressesAndKeysAsTheNode(JsonNode vector) throws MalformedException {
        JsonNode input = vector.path("input");
        JsonNode expected = vector.path("expected");
        String text = input.path("text").asText();
        switch (input.path("kind").asText()) {
            case "base58" -> {
                byte[] bytes = Hex.decode(input.path("hex").asText());
                assertThat(Base58.encode(bytes)).isEqualTo(expected.path("base58").asText());
                assertThat(Base58.decode(expected.path("base58").asText())).isEqualTo(bytes);
            }
            case "address" -> assertAddress(text, expected);
            case "wif" -> assertWif(text, expected);
            default -> {
                assertThatThrownBy(() -> Address.parse(text))
                        .isInstanceOf(MalformedException.class);
                for (Network network : Network.values()) {
                    assertThatThrownBy(() -> PrivateKey.fromWif(text, network))
                            .isInstanceOf(MalformedException.class);
                }
            }
        }
    }

    private static void assertAddress(String text, JsonNode expected) throws MalformedException {
        String payload = expected.path("payload_hex").asText();
        String type = expected.path("address_type").asText().toLowerCase(Locale.ROOT);
        if (!type.contains("pubkey") && !type.equals("p2pkh")) {
            assertThatThrownBy(() -> Address.parse(text)).isInstanceOf(MalformedException.class);
            assertThat(Hex.encode(Base58.decodeChecked(text))).endsWith(payload);
            return;
        }
        Address address = Address.parse(text);
        assertThat(address.publicKeyHash()).hasToString(payload);
        assertThat(address.network()).isEqualTo(network(expected));
        assertThat(address).hasToString(text);
    }

    private static void assertWif(String text, JsonNode expected) throws MalformedException {
        Network network = network(expected);
        if (!expected.path("compressed").asBoolean()) {
            assertThatThrownBy(() -> PrivateKey.fromWif(text, network))
                    .isInstanceOf(MalformedException.class);
            return;
        }
        PrivateKey key = PrivateKey.fromWif(text, network);
        assertThat(key).isEqualTo(PrivateKey.fromHex(expected.path("payload_hex").asText()));
        assertThat(key.toWif(network)).isEqualTo(text);
    }

    private static Network network(JsonNode expected) {
        return expected.path("testnet").asBoolean() ? Network.TEST : Network.MAIN;
    }

    @VectorTest("keys/brc42_generated.json")
    void derivesChildKeysOnBothSides(JsonNode vector) throws MalformedException {
        JsonNode input = vector.path("input");
        JsonNode expected = vector.path("expected");
        PrivateKey recipient = privateKey(input, "recipient_private_key_hex");
        PrivateKey sender = privateKey(input, "sender_private_key_hex");
        String invoice = input.path("invoice_number").asText();

        PrivateKey child = ChildKeys.privateKey(recipient, sender.publicKey(), invoice);
        PublicKey seen = ChildKeys.publicKey(recipient.publicKey(), sender, invoice);

        assertThat(child).isEqualTo(privateKey(expected, "derived_private_key_hex"));
        assertThat(seen).hasToString(expected.path("derived_public_key_hex").asText());
        assertThat(child.publicKey()).isEqualTo(seen);
        assertThat(Hex.encode(ChildKeys.sharedSecret(recipient, sender.publicKey())))
                .endsWith(expected.path("shared_secret_x_hex").asText());
        assertThat(recipient.publicKey())
                .hasToString(input.path("recipient_public_key_hex").asText());
    }

    @VectorTest("conformance/sdk/keys/key-derivation.json")
    void derivesKeysAsOtherLibraries(JsonNode vector) throws MalformedException {
        assertKeys(vector.path("input"), vector.path("expected"));
    }

    @VectorTest("conformance/sdk/keys/private-key.json")
    void readsPrivateKeysAsOtherLibraries(JsonNode vector) throws MalformedException {
        assertKeys(vector.path("input"), vector.path("expected"));
    }

    @VectorTest("conformance/sdk/keys/public-key.json")
    void readsPublicKeysAsOtherLibraries(JsonNode vector) throws MalformedException {
        assertKeys(vector.path("input"), vector.path("expected"));
    }

    private static void assertKeys(JsonNode input, JsonNode expected) throws MalformedException {
        if (expected.path("throws").asBoolean()) {
            assertNotAPoint(input);
            return;
        }
        if (input.has("recipient_private_key_hex")) {
            PublicKey sender = PublicKey.fromHex(input.path("sender_public_key_hex").asText());
            PrivateKey recipient = privateKey(input, "recipient_private_key_hex");
            assertThat(
                            ChildKeys.privateKey(
                                    recipient, sender, input.path("invoice_number").asText()))
                    .isEqualTo(privateKey(expected, "derived_private_key_hex"));
        } else if (input.has("recipient_public_key_hex")) {
            PublicKey recipient =
                    PublicKey.fromHex(input.path("recipient_public_key_hex").asText());
            PrivateKey sender = privateKey(input, "sender_private_key_hex");
            assertThat(
                            ChildKeys.publicKey(
                                    recipient, sender, input.path("invoice_number").asText()))
                    .hasToString(expected.path("derived_public_key_hex").asText());
        } else if (input.has("pubkey_der_hex")) {
            assertThat(PublicKey.fromHex(input.path("pubkey_der_hex").asText()))
                    .hasToString(expected.path("pubkey_der_hex_roundtrip").asText());
        } else {
            assertPrivateKey(input, expected);
        }
    }

    private static void assertPrivateKey(JsonNode input, JsonNode expected)
            throws MalformedException {
        PrivateKey key =
                input.has("wif")
                        ? PrivateKey.fromWif(input.path("wif").asText(), Network.MAIN)
                        : privateKey(input, "privkey_hex");
        assertThat(key.publicKey().bytes().length()).isEqualTo(PublicKey.LENGTH);
        for (String field : new String[] {"pubkey_hex", "pubkey_der_hex"}) {
            if (expected.has(field)) {
                assertThat(key.publicKey()).hasToString(expected.path(field).asText());
            }
        }
        for (String field : new String[] {"privkey_hex", "privkey_hex_roundtrip"}) {
            if (expected.has(field)) {
                assertThat(key).isEqualTo(privateKey(expected, field));
            }
        }
    }

    private static void assertNotAPoint(JsonNode input) {
        byte[] uncompressed = new byte[65];
        uncompressed[0] = 4;
        uncompressed[32] = (byte) input.path("pubkey_x").asInt();
        uncompressed[64] = (byte) input.path("pubkey_y").asInt();
        assertThatThrownBy(() -> PublicKey.parse(ByteSlice.of(uncompressed)))
                .isInstanceOf(MalformedException.class);
        assertThat(Secp256k1.best().isPoint(ByteSlice.of(uncompressed))).isFalse();
    }

    @VectorTest("conformance/regressions/privatekey-modular-reduction.json")
    void takesNoPrivateKeyBeyondTheOrder(JsonNode vector) throws MalformedException {
        String hex = vector.at("/input/scalar_hex").asText();
        if (vector.path("expected").has("error")) {
            assertThatThrownBy(() -> PrivateKey.fromHex(hex))
                    .isInstanceOf(MalformedException.class);
            return;
        }
        assertThat(PrivateKey.fromHex(hex).toWif(Network.MAIN))
                .isEqualTo(vector.at("/expected/wif").asText());
    }

    @VectorTest("conformance/regressions/uhrp-url-parity.json")
    void readsAndWritesBase58CheckOfContentHashes(JsonNode vector) throws MalformedException {
        JsonNode input = vector.path("input");
        JsonNode expected = vector.path("expected");
        String prefix = "ce00";
        if (input.has("hash_hex")) {
            byte[] bytes = Hex.decode(prefix + input.path("hash_hex").asText());
            assertThat(Base58.encodeChecked(bytes)).isEqualTo(expected.path("url").asText());
        } else if (expected.path("valid").asBoolean(true)) {
            assertThat(Hex.encode(Base58.decodeChecked(input.path("url").asText())))
                    .startsWith(prefix)
                    .endsWith(expected.path("hash_hex").asText());
        } else {
            assertThatThrownBy(() -> Base58.decodeChecked(input.path("url").asText()))
                    .isInstanceOf(MalformedException.class);
        }
    }

    private static PrivateKey privateKey(JsonNode node, String field) throws MalformedException {
        return PrivateKey.fromHex(node.path(field).asText());
    }
}
