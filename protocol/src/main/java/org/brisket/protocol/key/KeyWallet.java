package org.brisket.protocol.key;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.crypto.EcdsaSignature;
import org.brisket.protocol.crypto.StrictDer;
import org.brisket.protocol.hash.Sha256;

/**
 * The operations of a wallet that need nothing but its root key (BRC-100): derived keys,
 * signatures, authentication codes, encryption. It asks nobody for permission.
 */
public final class KeyWallet {
    private final PrivateKey root;
    private final SecureRandom random;

    public KeyWallet(PrivateKey root) {
        this(root, new SecureRandom());
    }

    public KeyWallet(PrivateKey root, SecureRandom random) {
        this.root = root;
        this.random = random;
    }

    /** The wallet that everybody has: private key 1. It verifies what was made for anyone. */
    public static KeyWallet anyone() {
        return new KeyWallet(PrivateKey.of(BigInteger.ONE));
    }

    /** Who the wallet is: the public key of its root key. */
    public PublicKey identityKey() {
        return root.publicKey();
    }

    /** The counterparty's key, which this wallet can find but not use. */
    public PublicKey publicKey(InvoiceNumber invoice, Counterparty counterparty) {
        return ChildKeys.publicKey(identityOf(counterparty), root, invoice.toString());
    }

    /** This wallet's own key, which the counterparty finds as {@link #publicKey}. */
    public PublicKey ownPublicKey(InvoiceNumber invoice, Counterparty counterparty) {
        return privateKey(invoice, counterparty).publicKey();
    }

    public PublicKey publicKey(InvoiceNumber invoice, Counterparty counterparty, boolean forSelf) {
        return forSelf ? ownPublicKey(invoice, counterparty) : publicKey(invoice, counterparty);
    }

    /** The secret of {@link #ownPublicKey}; it must not leave its owner. */
    public PrivateKey privateKey(InvoiceNumber invoice, Counterparty counterparty) {
        return ChildKeys.privateKey(root, identityOf(counterparty), invoice.toString());
    }

    /** A signature over the SHA-256 of the data (BRC-3), in DER. */
    public byte[] sign(byte[] data, InvoiceNumber invoice, Counterparty counterparty) {
        return signDigest(Sha256.hash(data), invoice, counterparty);
    }

    /** A signature over 32 bytes, in DER. */
    public byte[] signDigest(byte[] digest, InvoiceNumber invoice, Counterparty counterparty) {
        return StrictDer.encode(privateKey(invoice, counterparty).sign(digest));
    }

    /** Whether the counterparty signed the data for this wallet. */
    public boolean verify(
            byte[] data, byte[] der, InvoiceNumber invoice, Counterparty counterparty) {
        return verifyDigest(Sha256.hash(data), der, publicKey(invoice, counterparty));
    }

    /** Whether this wallet signed the data for the counterparty. */
    public boolean verifyOwn(
            byte[] data, byte[] der, InvoiceNumber invoice, Counterparty counterparty) {
        return verifyDigest(Sha256.hash(data), der, ownPublicKey(invoice, counterparty));
    }

    /** As {@link #verify}, of a signature over 32 bytes. */
    public boolean verifyDigest(
            byte[] digest, byte[] der, InvoiceNumber invoice, Counterparty counterparty) {
        return verifyDigest(digest, der, publicKey(invoice, counterparty));
    }

    private static boolean verifyDigest(byte[] digest, byte[] der, PublicKey key) {
        Optional<EcdsaSignature> signature = StrictDer.parse(ByteSlice.of(der));
        return signature.isPresent() && key.verify(digest, signature.get());
    }

    public byte[] hmac(byte[] data, InvoiceNumber invoice, Counterparty counterparty) {
        return symmetricKey(invoice, counterparty).hmac(data);
    }

    public boolean verifyHmac(
            byte[] data, byte[] code, InvoiceNumber invoice, Counterparty counterparty) {
        return symmetricKey(invoice, counterparty).isHmac(data, code);
    }

    public byte[] encrypt(byte[] plaintext, InvoiceNumber invoice, Counterparty counterparty) {
        return symmetricKey(invoice, counterparty).encrypt(plaintext, random);
    }

    /** The plain text; empty when the bytes were not encrypted for this use by these two. */
    public Optional<byte[]> decrypt(
            byte[] encrypted, InvoiceNumber invoice, Counterparty counterparty) {
        return symmetricKey(invoice, counterparty).decrypt(encrypted);
    }

    /** What both parties derive: the x coordinate that their two derived keys share. */
    SymmetricKey symmetricKey(InvoiceNumber invoice, Counterparty counterparty) {
        byte[] point =
                ChildKeys.sharedSecret(
                        privateKey(invoice, counterparty), publicKey(invoice, counterparty));
        return SymmetricKey.padded(Arrays.copyOfRange(point, 1, point.length));
    }

    private PublicKey identityOf(Counterparty counterparty) {
        return counterparty instanceof Counterparty.Other other
                ? other.identityKey()
                : identityKey();
    }
}
