package org.brisket.protocol.overlay.topic;

import java.util.Map;
import java.util.Optional;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.bytes.Utf8;
import org.brisket.protocol.identity.Certificate;
import org.brisket.protocol.identity.FieldKeyring;
import org.brisket.protocol.key.InvoiceNumber;
import org.brisket.protocol.key.KeyWallet;
import org.brisket.protocol.limit.Limit;
import org.brisket.protocol.limit.Limits;
import org.brisket.protocol.token.PushDrop;
import org.brisket.protocol.token.TokenSignature;

/**
 * An identity certificate that its subject shows to everybody (BRC-52), in a PushDrop output.
 *
 * <pre>
 * certificate with keyring for anyone, JSON | any further fields
 *      | the subject's signature over all before it, protocol [1,"identity"], key id 1
 * </pre>
 *
 * The certifier has signed the certificate, and the keyring opens at least one field to anyone, and
 * every field that it has a key for.
 */
record RevealedIdentity(Certificate certificate, FieldKeyring keyring, PushDrop token) {
    private static final InvoiceNumber INVOICE = new InvoiceNumber(1, "identity", "1");

    /** Empty unless the fields have the right shape; signatures are not looked at. */
    static Optional<RevealedIdentity> read(PushDrop token) {
        ByteSlice json = token.fields().get(0);
        long longest = 2 * Limits.DEFAULT.of(Limit.CERTIFICATE_BYTES);
        if (token.fields().size() < 2 || json.length() > longest) {
            return Optional.empty();
        }
        try {
            return JsonText.parse(Utf8.decode(json)) instanceof Map<?, ?> values
                            && values.get("keyring") instanceof Map<?, ?> keys
                            && !keys.isEmpty()
                    ? Optional.of(
                            new RevealedIdentity(
                                    Certificate.read(values, Limits.DEFAULT),
                                    FieldKeyring.read(keys, Limits.DEFAULT),
                                    token))
                    : Optional.empty();
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    boolean isVerified() {
        return TokenSignature.isBy(certificate.subject(), INVOICE, token)
                && certificate.verified().isPresent()
                && keyring.openAsVerifier(certificate, KeyWallet.anyone()).isPresent();
    }
}
