package org.brisket.protocol.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.vectors.VectorFiles;
import org.junit.jupiter.api.Test;

class KeyVectorTest {
    @Test
    void readsAndWritesBase58AddressesAndKeysAsTheNode() {
        int count = VectorFiles.checkAll("keys/base58_addresses_wif.json", KeyVectorTest::check);
        assertThat(count).isEqualTo(65);
    }

    private static void check(JsonNode vector) throws MalformedException {
        JsonNode input = vector.path("input");
        JsonNode expected = vector.path("expected");
        String text = input.path("text").asText();
        switch (input.path("kind").asText()) {
            case "base58" -> {
                byte[] bytes = Hex.decode(input.path("hex").asText());
                assertThat(Base58.encode(bytes)).isEqualTo(expected.path("base58").asText());
                assertThat(Base58.decode(expected.path("base58").asText())).isEqualTo(bytes);
            }
            case "address" -> checkAddress(text, expected);
            case "wif" -> checkWif(text, expected);
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

    private static void checkAddress(String text, JsonNode expected) throws MalformedException {
        String payload = expected.path("payload_hex").asText();
        if (!expected.path("address_type").asText().toLowerCase().contains("pubkey")
                && !expected.path("address_type").asText().equalsIgnoreCase("p2pkh")) {
            assertThatThrownBy(() -> Address.parse(text)).isInstanceOf(MalformedException.class);
            assertThat(Hex.encode(Base58.decodeChecked(text))).endsWith(payload);
            return;
        }
        Address address = Address.parse(text);
        assertThat(address.publicKeyHash()).hasToString(payload);
        assertThat(address.network()).isEqualTo(network(expected));
        assertThat(address).hasToString(text);
    }

    private static void checkWif(String text, JsonNode expected) throws MalformedException {
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

    @Test
    void derivesTheAddressesOfSmallKeys() throws MalformedException {
        PrivateKey one = PrivateKey.of(BigInteger.ONE);

        assertThat(one.publicKey().address(Network.MAIN))
                .hasToString("1BgGZ9tcN4rm9KBzDn7KprQz87SZ26SAMH");
        assertThat(one.publicKey().address(Network.TEST))
                .hasToString("mrCDrCybB6J1vRfbwM5hemdJz73FwDBC8r");
        assertThat(one.toWif(Network.MAIN))
                .isEqualTo("KwDiBf89QgGbjEhKnhXJuH7LrciVrZi3qYjgd9M7rFU73sVHnoWn");
        assertThat(PrivateKey.of(BigInteger.TWO).publicKey())
                .hasToString("02c6047f9441ed7d6d3045406e95c07cd85c778e4b8cef3ca7abac09b95c709ee5");
    }

    @Test
    void neverPrintsTheSecret() {
        assertThat(PrivateKey.of(BigInteger.TWO).toString()).doesNotContain("00000002");
    }

    @Test
    void refusesZeroAndTheOrderAsPrivateKeys() {
        String order = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";

        assertThatThrownBy(() -> PrivateKey.fromHex(order)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> PrivateKey.fromHex("00".repeat(32)))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> PrivateKey.fromHex("01")).isInstanceOf(MalformedException.class);
    }
}
