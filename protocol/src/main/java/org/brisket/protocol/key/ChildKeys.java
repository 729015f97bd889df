package org.brisket.protocol.key;

import java.nio.charset.StandardCharsets;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.crypto.Hmac;
import org.brisket.protocol.crypto.Secp256k1;

/**
 * Keys that two parties derive from each other's public keys (BRC-42): the sender finds the public
 * key, the recipient the private key that belongs to it, and nobody else sees that they do.
 *
 * <pre>
 * offset = HMAC-SHA-256(key: shared secret point, 33 bytes; message: invoice number in UTF-8)
 * public child = public key + offset times generator; private child = private key + offset mod n
 * </pre>
 */
public final class ChildKeys {
    private ChildKeys() {}

    /** The recipient's key for what the sender made out to the invoice number. */
    public static PrivateKey privateKey(PrivateKey recipient, PublicKey sender, String invoice) {
        byte[] offset = offset(recipient, sender, invoice);
        return Secp256k1.best()
                .addToPrivateKey(recipient.secret(), offset)
                .map(PrivateKey::owning)
                .orElseThrow(ChildKeys::impossible);
    }

    /** The recipient's public key for the invoice number, as the sender finds it. */
    public static PublicKey publicKey(PublicKey recipient, PrivateKey sender, String invoice) {
        byte[] offset = offset(sender, recipient, invoice);
        return Secp256k1.best()
                .addToPublicKey(recipient.bytes(), offset)
                .map(bytes -> new PublicKey(ByteSlice.of(bytes)))
                .orElseThrow(ChildKeys::impossible);
    }

    /** The point that both parties know, compressed. */
    static byte[] sharedSecret(PrivateKey one, PublicKey other) {
        return Secp256k1.best().multiply(other.bytes(), one.secret());
    }

    private static byte[] offset(PrivateKey one, PublicKey other, String invoice) {
        return Hmac.sha256(sharedSecret(one, other), invoice.getBytes(StandardCharsets.UTF_8));
    }

    /** Finding such an invoice number is as hard as finding the private key. */
    private static IllegalStateException impossible() {
        return new IllegalStateException("a child key that is zero");
    }
}
