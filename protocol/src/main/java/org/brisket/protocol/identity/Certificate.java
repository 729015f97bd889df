package org.brisket.protocol.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.key.Counterparty;
import org.brisket.protocol.key.InvoiceNumber;
import org.brisket.protocol.key.KeyWallet;
import org.brisket.protocol.key.PrivateKey;
import org.brisket.protocol.key.PublicKey;
import org.brisket.protocol.limit.Limits;
import org.brisket.protocol.transaction.Outpoint;

/**
 * What a certifier says of a subject (BRC-52). The values of its fields are encrypted: who holds a
 * key of one can read it, see {@link FieldKeyring}.
 *
 * <pre>
 * type 32 | serial number 32 | subject 33 | certifier 33
 * revocation txid 32 (display order) | revocation index varint | field count varint
 * per field: name length varint | name UTF-8 | value length varint | value as Base64 text
 * signature in DER, to the end; what comes before it is signed
 * </pre>
 *
 * @param type what kind of statement it is: the Base64 text of 32 bytes
 * @param serialNumber Base64 of 32 bytes
 * @param revocation the output whose spending revokes the certificate
 * @param fields encrypted values by name, as Base64 texts, in the order in which they are written
 * @param signature DER; empty while the certificate is not signed
 */
public record Certificate(
        String type,
        String serialNumber,
        PublicKey subject,
        PublicKey certifier,
        Outpoint revocation,
        Map<String, String> fields,
        ByteSlice signature) {
    private static final String PROTOCOL = "certificate signature";

    public Certificate {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Reads the binary form, within the limits on certificates. */
    public static Certificate parse(byte[] bytes, Limits limits) throws MalformedException {
        return CertificateFormat.parse(bytes, limits);
    }

    /** Reads the values that a JSON object of a certificate holds, as any JSON library gives it. */
    public static Certificate read(Map<?, ?> values, Limits limits) throws MalformedException {
        return CertificateValues.read(values, limits);
    }

    /** The binary form with the fields in the order that they have here. */
    public byte[] toBytes() {
        return CertificateFormat.write(this, true);
    }

    /** What the certifier signs: the binary form without the signature. */
    public byte[] preimage() {
        return CertificateFormat.write(this, false);
    }

    /** The outpoint of 32 zeros and 0: such a certificate cannot be revoked by spending. */
    public boolean isRevocable() {
        return !revocation.equals(CertificateFormat.NEVER);
    }

    /**
     * The certificate with its fields in the order in which the certifier signed them; empty when
     * the certifier did not sign it. The order that the fields have is tried first.
     */
    public Optional<Certificate> verified() {
        if (signature.isEmpty()) {
            return Optional.empty();
        }
        List<Certificate> candidates = new ArrayList<>(List.of(this));
        for (FieldOrder order : FieldOrder.values()) {
            candidates.add(inOrder(order));
        }
        return candidates.stream().filter(Certificate::isSignedAsWritten).findFirst();
    }

    private boolean isSignedAsWritten() {
        return KeyWallet.anyone()
                .verify(preimage(), signature.toByteArray(), invoice(), Counterparty.of(certifier));
    }

    private InvoiceNumber invoice() {
        return new InvoiceNumber(2, PROTOCOL, type + " " + serialNumber);
    }

    private Certificate inOrder(FieldOrder order) {
        Map<String, String> sorted = new LinkedHashMap<>();
        fields.keySet().stream().sorted(order).forEach(name -> sorted.put(name, fields.get(name)));
        return new Certificate(
                type, serialNumber, subject, certifier, revocation, sorted, signature);
    }

    /** The same with the certifier's signature, its fields in the order of their bytes. */
    public Certificate signedBy(PrivateKey certifierKey) {
        if (!certifierKey.publicKey().equals(certifier)) {
            throw new IllegalStateException("signed by another key than that of " + certifier);
        }
        Certificate sorted = inOrder(FieldOrder.BYTES);
        byte[] der =
                new KeyWallet(certifierKey).sign(sorted.preimage(), invoice(), Counterparty.ANYONE);
        return new Certificate(
                type,
                serialNumber,
                subject,
                certifier,
                revocation,
                sorted.fields,
                ByteSlice.of(der));
    }
}
