package org.brisket.protocol.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.key.Counterparty;
import org.brisket.protocol.key.KeyWallet;
import org.brisket.protocol.key.PrivateKey;
import org.brisket.protocol.limit.Limits;
import org.brisket.protocol.vectors.VectorTest;

class CertificateVectorTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @VectorTest("certificates/certificates.json")
    void verifiesCertificatesAndOpensTheirFields(JsonNode vector) throws MalformedException {
        JsonNode input = vector.path("input");
        JsonNode expected = vector.path("expected");
        Optional<Certificate> verified = verified(input.path("certificate"));
        assertThat(verified.isPresent()).isEqualTo(expected.path("valid").asBoolean());
        if (verified.isEmpty()) {
            return;
        }
        Certificate certificate = verified.get();
        assertThat(Hex.encode(certificate.preimage()))
                .isEqualTo(expected.path("preimage_hex").asText());
        assertThat(Hex.encode(certificate.toBytes()))
                .isEqualTo(expected.path("binary_hex").asText());
        assertThat(Certificate.parse(certificate.toBytes(), Limits.DEFAULT)).isEqualTo(certificate);
        assertThat(
                        keyring(input.path("keyring_for_verifier"))
                                .openAsVerifier(
                                        certificate, wallet(input, "verifier_private_key_hex")))
                .contains(texts(expected.path("decrypted_by_verifier")));
        assertThat(
                        keyring(input.path("master_keyring"))
                                .openAsSubject(
                                        certificate,
                                        wallet(input, "subject_private_key_hex"),
                                        Counterparty.of(certificate.certifier())))
                .contains(texts(expected.path("decrypted_by_subject")));
    }

    /** A certificate that does not even have the shape of one is as little verified. */
    private static Optional<Certificate> verified(JsonNode certificate) {
        try {
            return Certificate.read(JSON.convertValue(certificate, Map.class), Limits.DEFAULT)
                    .verified();
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    private static FieldKeyring keyring(JsonNode node) throws MalformedException {
        return FieldKeyring.read(JSON.convertValue(node, Map.class), Limits.DEFAULT);
    }

    private static KeyWallet wallet(JsonNode input, String field) throws MalformedException {
        return new KeyWallet(PrivateKey.fromHex(input.path(field).asText()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> texts(JsonNode node) {
        return JSON.convertValue(node, Map.class);
    }
}
