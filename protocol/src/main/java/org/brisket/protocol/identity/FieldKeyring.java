package org.brisket.protocol.identity;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.key.Counterparty;
import org.brisket.protocol.key.InvoiceNumber;
import org.brisket.protocol.key.KeyWallet;
import org.brisket.protocol.key.SymmetricKey;
import org.brisket.protocol.limit.Limits;

/**
 * Keys of a certificate's fields, each encrypted from one party to another (BRC-52). A master
 * keyring is between certifier and subject and holds every key; a verifier's is made by the subject
 * and holds the keys of what it reveals. No signature covers a keyring.
 *
 * @param keys by field name, Base64 of the encrypted 32 bytes
 */
public record FieldKeyring(Map<String, String> keys) {
    private static final String PROTOCOL = "certificate field encryption";

    /** Fields, encrypted, with the keyring that opens them. */
    public record Sealed(Map<String, String> fields, FieldKeyring keyring) {}

    public FieldKeyring {
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    /** Reads a map of Base64 texts by field name, as any JSON library gives it. */
    public static FieldKeyring read(Map<?, ?> values, Limits limits) throws MalformedException {
        return new FieldKeyring(CertificateValues.texts(values, "keyring", limits));
    }

    /**
     * Encrypts field values under fresh keys, and the keys from the wallet to the counterparty, as
     * a master keyring.
     */
    public static Sealed seal(
            Map<String, String> plain,
            KeyWallet wallet,
            Counterparty counterparty,
            SecureRandom random) {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, String> keys = new LinkedHashMap<>();
        plain.forEach(
                (name, value) -> {
                    SymmetricKey key = SymmetricKey.random(random);
                    byte[] text = value.getBytes(StandardCharsets.UTF_8);
                    fields.put(name, encode(key.encrypt(text, random)));
                    keys.put(
                            name,
                            encode(
                                    wallet.encrypt(
                                            key.toByteArray(), masterInvoice(name), counterparty)));
                });
        return new Sealed(fields, new FieldKeyring(keys));
    }

    /**
     * What the subject gives a verifier: the keys of some fields, out of a master keyring.
     *
     * @param counterparty whom the subject shares the master keyring with
     */
    public Optional<FieldKeyring> reveal(
            Certificate certificate,
            Collection<String> names,
            KeyWallet subject,
            Counterparty counterparty,
            Counterparty verifier) {
        Map<String, String> revealed = new LinkedHashMap<>();
        for (String name : names) {
            Optional<byte[]> key = unwrap(name, masterInvoice(name), subject, counterparty);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            InvoiceNumber invoice = verifierInvoice(certificate, name);
            revealed.put(name, encode(subject.encrypt(key.get(), invoice, verifier)));
        }
        return Optional.of(new FieldKeyring(revealed));
    }

    /** The values that this keyring opens to a verifier; empty when one of them does not open. */
    public Optional<Map<String, String>> openAsVerifier(
            Certificate certificate, KeyWallet verifier) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : keys.keySet()) {
            Optional<String> value =
                    unwrap(
                                    name,
                                    verifierInvoice(certificate, name),
                                    verifier,
                                    Counterparty.of(certificate.subject()))
                            .flatMap(key -> open(certificate, name, key));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.put(name, value.get());
        }
        return Optional.of(values);
    }

    /** The values that this master keyring opens; empty when one of them does not open. */
    public Optional<Map<String, String>> openAsSubject(
            Certificate certificate, KeyWallet subject, Counterparty counterparty) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : keys.keySet()) {
            Optional<String> value =
                    unwrap(name, masterInvoice(name), subject, counterparty)
                            .flatMap(key -> open(certificate, name, key));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.put(name, value.get());
        }
        return Optional.of(values);
    }

    private Optional<byte[]> unwrap(
            String name, InvoiceNumber invoice, KeyWallet wallet, Counterparty counterparty) {
        String wrapped = keys.get(name);
        return wrapped == null
                ? Optional.empty()
                : wallet.decrypt(Base64.getDecoder().decode(wrapped), invoice, counterparty);
    }

    private static Optional<String> open(Certificate certificate, String name, byte[] keyBytes) {
        String encrypted = certificate.fields().get(name);
        if (encrypted == null) {
            return Optional.empty();
        }
        try {
            return SymmetricKey.parse(keyBytes)
                    .decrypt(Base64.getDecoder().decode(encrypted))
                    .map(plain -> new String(plain, StandardCharsets.UTF_8));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    private static InvoiceNumber masterInvoice(String name) {
        return new InvoiceNumber(2, PROTOCOL, name);
    }

    private static InvoiceNumber verifierInvoice(Certificate certificate, String name) {
        return new InvoiceNumber(2, PROTOCOL, certificate.serialNumber() + " " + name);
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
