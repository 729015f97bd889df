package org.brisket.protocol.overlay.topic;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.identity.Certificate;
import org.brisket.protocol.identity.FieldKeyring;
import org.brisket.protocol.key.Counterparty;
import org.brisket.protocol.key.KeyWallet;
import org.brisket.protocol.key.PrivateKey;
import org.brisket.protocol.transaction.Outpoint;

/** A certificate of a name and an address of which the name is revealed to anyone, as JSON. */
public final class SampleCertificate {
    public static final KeyWallet SUBJECT = SampleTokens.wallet(2);

    private static final PrivateKey CERTIFIER = PrivateKey.of(BigInteger.valueOf(11));

    private final FieldKeyring.Sealed sealed =
            FieldKeyring.seal(
                    Map.of("name", "Ada", "email", "ada@example.com"),
                    SUBJECT,
                    Counterparty.of(CERTIFIER.publicKey()),
                    new SecureRandom());
    private final Certificate certificate =
            new Certificate(
                            base64(1),
                            base64(2),
                            SUBJECT.identityKey(),
                            CERTIFIER.publicKey(),
                            new Outpoint(new Txid(5, 5, 5, 5), 1),
                            sealed.fields(),
                            ByteSlice.EMPTY)
                    .signedBy(CERTIFIER);

    private static String base64(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** An identifier that is neither its type nor its serial number. */
    String other32() {
        return base64(3);
    }

    public String json() {
        return jsonWithKeyring(keyring(Counterparty.ANYONE));
    }

    /** With another text for one of its members. */
    String json(String member, String value) {
        return json().replaceFirst(
                        "\"" + member + "\":\"[^\"]*\"", "\"" + member + "\":\"" + value + "\"");
    }

    String jsonWithKeyring(String keyring) {
        return "{\"type\":\"%s\",\"serialNumber\":\"%s\",\"subject\":\"%s\",\"certifier\":\"%s\","
                        .formatted(
                                certificate.type(),
                                certificate.serialNumber(),
                                certificate.subject(),
                                certificate.certifier())
                + "\"revocationOutpoint\":\"%s\",\"signature\":\"%s\","
                        .formatted(
                                certificate.revocation(),
                                Hex.encode(certificate.signature().toByteArray()))
                + "\"fields\":"
                + object(certificate.fields())
                + ",\"keyring\":"
                + keyring
                + "}";
    }

    String keyringForStranger() {
        return keyring(Counterparty.of(SampleTokens.STRANGER.identityKey()));
    }

    String keyringOfAbsentField() {
        return keyring(Counterparty.ANYONE).replace("\"name\"", "\"nickname\"");
    }

    private String keyring(Counterparty verifier) {
        return sealed.keyring()
                .reveal(
                        certificate,
                        List.of("name"),
                        SUBJECT,
                        Counterparty.of(CERTIFIER.publicKey()),
                        verifier)
                .map(keyring -> object(keyring.keys()))
                .orElseThrow();
    }

    private static String object(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":\"" + member.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
