package org.brisket.protocol.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Base64;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.bytes.ByteReader;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.key.Counterparty;
import org.brisket.protocol.key.InvoiceNumber;
import org.brisket.protocol.key.KeyWallet;
import org.brisket.protocol.key.PrivateKey;
import org.brisket.protocol.limit.Limits;

/** What the library contributes to messages that overlay services exchange. */
class OverlayMessageVectorTest {
    /** The answer's frame is read here; its txids are in display order, unlike everywhere else. */
    @VectorTest("overlay/lookup_answer_binary.json")
    void readsTheBeefOfABinaryLookupAnswer(JsonNode vector) throws MalformedException {
        ByteReader reader = new ByteReader(Hex.decode(vector.at("/input/payload_hex").asText()));
        JsonNode outputs = vector.at("/expected/outputs");
        assertThat(reader.readCount(34, "outputs")).isEqualTo(outputs.size());
        for (JsonNode output : outputs) {
            assertThat(reader.readSlice(32)).hasToString(output.path("txid").asText());
            assertThat(reader.readVarint()).isEqualTo(output.path("outputIndex").asLong());
            assertThat(reader.readVarSlice("context"))
                    .hasToString(output.path("context_hex").asText(""));
        }
        ByteSlice rest = reader.readSlice(reader.remaining());
        assertThat(rest).hasToString(vector.at("/expected/beef_hex").asText());
        if (!rest.isEmpty()) {
            Beef beef = Beef.parse(rest.toByteArray(), Limits.DEFAULT);
            assertThat(beef.toBytes()).isEqualTo(rest.toByteArray());
        }
    }

    /** Nonces and signatures; the sessions around them are not the library's. */
    @VectorTest("auth/messages.json")
    void verifiesNoncesAndSignaturesOfAuthenticatedMessages(JsonNode vector)
            throws MalformedException {
        JsonNode input = vector.path("input");
        JsonNode expected = vector.path("expected");
        if (input.path("operation").asText().equals("verifyNonce")) {
            assertNonce(input, expected);
            return;
        }
        boolean atServer = input.has("server_private_key_hex");
        KeyWallet wallet =
                wallet(input.path(atServer ? "server_private_key_hex" : "client_private_key_hex"));
        String sender =
                expected.path("server_identity_key")
                        .asText(input.at("/session/peerIdentityKey").asText());
        InvoiceNumber invoice =
                new InvoiceNumber(2, "auth message signature", expected.path("key_id").asText());
        byte[] signed = signed(expected);
        byte[] signature = Hex.decode(signature(input));
        Counterparty peer = Counterparty.parse(sender);

        assertThat(wallet.verify(signed, signature, invoice, peer)).isTrue();
        signed[0] ^= 1;
        assertThat(wallet.verify(signed, signature, invoice, peer)).isFalse();
    }

    private static void assertNonce(JsonNode input, JsonNode expected) throws MalformedException {
        byte[] nonce = Base64.getDecoder().decode(input.path("nonce").asText());
        String text = new String(Arrays.copyOf(nonce, 16), UTF_8);
        // Bytes that are no UTF-8 become another text in every language; the maker's counts.
        String keyId = expected.path("key_id_ts_utf8").asText(text);
        boolean valid =
                nonce.length == 48
                        && wallet(input.path("root_key"))
                                .verifyHmac(
                                        Arrays.copyOf(nonce, 16),
                                        Arrays.copyOfRange(nonce, 16, 48),
                                        new InvoiceNumber(2, "server hmac", keyId),
                                        Counterparty.parse(input.path("counterparty").asText()));
        assertThat(valid).isEqualTo(expected.path("valid").asBoolean());
    }

    private static byte[] signed(JsonNode expected) throws MalformedException {
        if (expected.has("signed_text")) {
            return expected.path("signed_text").asText().getBytes(UTF_8);
        }
        String field = expected.has("payload_hex") ? "payload_hex" : "signed_data_hex";
        return Hex.decode(expected.path(field).asText());
    }

    private static String signature(JsonNode input) {
        for (String at :
                new String[] {
                    "/initial_response/signature",
                    "/request/headers/x-bsv-auth-signature",
                    "/auth/signature",
                    "/message/signature"
                }) {
            if (input.at(at).isTextual()) {
                return input.at(at).asText();
            }
        }
        throw new AssertionError("no signature in " + input);
    }

    private static KeyWallet wallet(JsonNode hex) throws MalformedException {
        return new KeyWallet(PrivateKey.fromHex(hex.asText()));
    }
}
