package org.brisket.protocol.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.key.Counterparty;
import org.brisket.protocol.key.InvoiceNumber;
import org.brisket.protocol.key.KeyWallet;
import org.brisket.protocol.key.PrivateKey;
import org.brisket.protocol.limit.Limits;
import org.brisket.protocol.transaction.Outpoint;
import org.junit.jupiter.api.Test;

class CertificateTest {
    private static final PrivateKey SUBJECT = PrivateKey.of(BigInteger.TWO);
    private static final PrivateKey CERTIFIER = PrivateKey.of(BigInteger.valueOf(3));
    private static final PrivateKey VERIFIER = PrivateKey.of(BigInteger.valueOf(5));

    /** What another library signs for the same certificate. */
    private static final String PREIMAGE =
            "01".repeat(32)
                    + "02".repeat(32)
                    + "02c6047f9441ed7d6d3045406e95c07cd85c778e4b8cef3ca7abac09b95c709ee5"
                    + "02f9308a019258c31049344f85f89d5229b531c845836f99b08601f113bce036f9"
                    + "00".repeat(31)
                    + "ab010205656d61696c085245564752773d3d046e616d650451554a44";

    private static final String SIGNATURE =
            "304402200bead0cc5469afc8f7bba7747431a21e845466e314ec221398992b6b02f236b102204993058cfe6c"
                    + "1494229ad0ad16a355701140c501725868ed62be0ad22dbae668";

    private static Certificate certificate() throws MalformedException {
        return certificate(Map.of("name", "QUJD", "email", "REVGRw=="));
    }

    private static Certificate certificate(Map<String, String> fields) throws MalformedException {
        return new Certificate(
                base64(1),
                base64(2),
                SUBJECT.publicKey(),
                CERTIFIER.publicKey(),
                Outpoint.parse("00".repeat(31) + "ab.1"),
                fields,
                ByteSlice.EMPTY);
    }

    private static String base64(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void signsTheBytesThatOtherLibrariesSign() throws MalformedException {
        Certificate signed = certificate().signedBy(CERTIFIER);

        assertThat(Hex.encode(signed.preimage())).isEqualTo(PREIMAGE);
        assertThat(signed.signature()).hasToString(SIGNATURE);
        assertThat(signed.verified()).contains(signed);
        assertThat(certificate().verified()).as("without a signature").isEmpty();
        assertThat(signed.isRevocable()).isTrue();
    }

    @Test
    void refusesEveryCertificateWithOneBitChanged() throws MalformedException {
        byte[] bytes = certificate().signedBy(CERTIFIER).toBytes();
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(isVerified(changed)).as("bit %d", bit).isFalse();
        }
        assertThat(isVerified(bytes)).isTrue();
    }

    private static boolean isVerified(byte[] bytes) {
        try {
            return Certificate.parse(bytes, Limits.DEFAULT).verified().isPresent();
        } catch (MalformedException e) {
            return false;
        }
    }

    @Test
    void refusesEveryTruncationOfWhatIsSigned() throws MalformedException {
        byte[] preimage = certificate().preimage();
        for (int length = 0; length < preimage.length; length++) {
            byte[] cut = Arrays.copyOf(preimage, length);
            assertThatThrownBy(() -> Certificate.parse(cut, Limits.DEFAULT))
                    .isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void verifiesFieldsSignedInTheOrderOfADictionary() throws MalformedException {
        Map<String, String> dictionary = new LinkedHashMap<>();
        for (String name : List.of("age", "alpha", "field10", "hy-phen", "under_score", "Zeta")) {
            dictionary.put(name, "QUJD");
        }
        Certificate asSigned = certificate(dictionary);
        KeyWallet certifier = new KeyWallet(CERTIFIER);
        byte[] der =
                certifier.sign(
                        asSigned.preimage(),
                        new InvoiceNumber(2, "certificate signature", base64(1) + " " + base64(2)),
                        Counterparty.ANYONE);
        Certificate shuffled =
                new Certificate(
                        base64(1),
                        base64(2),
                        SUBJECT.publicKey(),
                        CERTIFIER.publicKey(),
                        asSigned.revocation(),
                        new HashMap<>(dictionary),
                        ByteSlice.of(der));

        assertThat(Hex.encode(shuffled.verified().orElseThrow().preimage()))
                .isEqualTo(Hex.encode(asSigned.preimage()));
    }

    @Test
    void readsTheJsonFormStrictly() throws MalformedException {
        Map<String, Object> values = values();
        Certificate signed = Certificate.read(values, Limits.DEFAULT);

        assertThat(signed).isEqualTo(certificate().signedBy(CERTIFIER));
        assertThat(signed.verified()).isPresent();
        for (Map<String, Object> wrong : wrong(values).toList()) {
            assertThatThrownBy(() -> Certificate.read(wrong, Limits.DEFAULT))
                    .as(wrong.toString())
                    .isInstanceOf(MalformedException.class);
        }
    }

    private static Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("type", base64(1));
        values.put("serialNumber", base64(2));
        values.put("subject", SUBJECT.publicKey().toString());
        values.put("certifier", CERTIFIER.publicKey().toString());
        values.put("revocationOutpoint", "00".repeat(31) + "ab.1");
        values.put("fields", Map.of("name", "QUJD", "email", "REVGRw=="));
        values.put("signature", SIGNATURE);
        return values;
    }

    private static Stream<Map<String, Object>> wrong(Map<String, Object> right) {
        String urlSafe = base64(0xFB).replace('+', '-').replace('/', '_');
        return Stream.of(
                with(right, "type", base64(1).substring(0, 43)),
                with(right, "type", urlSafe),
                with(right, "type", 3),
                with(right, "serialNumber", Base64.getEncoder().encodeToString(new byte[31])),
                with(right, "subject", "02" + "00".repeat(31) + "05"),
                with(right, "certifier", ""),
                with(right, "revocationOutpoint", "00".repeat(32)),
                with(right, "revocationOutpoint", "00".repeat(32) + ".4294967296"),
                with(right, "fields", List.of()),
                with(right, "fields", Map.of("", "QUJD")),
                with(right, "fields", Map.of("n".repeat(51), "QUJD")),
                with(right, "fields", Map.of("name", "QUJ")),
                with(right, "fields", Map.of("name", 1)),
                with(right, "signature", "3045zz"));
    }

    private static Map<String, Object> with(Map<String, Object> values, String key, Object value) {
        Map<String, Object> changed = new HashMap<>(values);
        changed.put(key, value);
        return changed;
    }

    @Test
    void revealsOnlyTheFieldsThatTheSubjectChooses() throws MalformedException {
        SecureRandom random = new SecureRandom();
        Map<String, String> plain = Map.of("name", "Alice", "email", "a@example.com");
        KeyWallet subject = new KeyWallet(SUBJECT);
        Counterparty certifier = Counterparty.of(CERTIFIER.publicKey());
        FieldKeyring.Sealed sealed = FieldKeyring.seal(plain, subject, certifier, random);
        Certificate certificate = certificate(sealed.fields()).signedBy(CERTIFIER);
        Counterparty verifier = Counterparty.of(VERIFIER.publicKey());

        FieldKeyring revealed =
                sealed.keyring()
                        .reveal(certificate, List.of("name"), subject, certifier, verifier)
                        .orElseThrow();

        assertThat(revealed.openAsVerifier(certificate, new KeyWallet(VERIFIER)))
                .contains(Map.of("name", "Alice"));
        assertThat(revealed.openAsVerifier(certificate, new KeyWallet(CERTIFIER))).isEmpty();
        assertThat(sealed.keyring().openAsSubject(certificate, subject, certifier)).contains(plain);
        assertThat(
                        sealed.keyring()
                                .reveal(certificate, List.of("age"), subject, certifier, verifier))
                .as("a field that there is not")
                .isEmpty();
        assertThat(
                        new FieldKeyring(Map.of("name", "QUJD"))
                                .openAsVerifier(certificate, new KeyWallet(VERIFIER)))
                .isEmpty();
    }

    @Test
    void saysWhichCertificatesNobodyCanRevokeBySpending() throws MalformedException {
        Map<String, Object> values = with(values(), "revocationOutpoint", "00".repeat(32) + ".0");

        assertThat(Certificate.read(values, Limits.DEFAULT).isRevocable()).isFalse();
    }
}
