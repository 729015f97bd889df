package org.brisket.protocol.key;

import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.crypto.EcdsaSignature;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.hash.Ripemd160;

/** A point of secp256k1 in its compressed form of 33 bytes; always on the curve. */
public record PublicKey(ByteSlice bytes) {
    public static final int LENGTH = 33;

    public PublicKey {
        if (bytes.length() != LENGTH || !Secp256k1.best().isPoint(bytes)) {
            throw new IllegalStateException("not a compressed public key: " + bytes);
        }
    }

    /** Reads 33 bytes from outside. */
    public static PublicKey parse(ByteSlice bytes) throws MalformedException {
        if (bytes.length() != LENGTH || !Secp256k1.best().isPoint(bytes)) {
            throw MalformedException.of(
                    "%d bytes that are not a compressed point of secp256k1", bytes.length());
        }
        return new PublicKey(ByteSlice.of(bytes.toByteArray()));
    }

    public static PublicKey fromHex(String hex) throws MalformedException {
        return parse(ByteSlice.of(Hex.decode(hex)));
    }

    public boolean verify(byte[] digest, EcdsaSignature signature) {
        return Secp256k1.best().verify(digest, signature, bytes);
    }

    /** HASH160 of the key, 20 bytes: what pay-to-public-key-hash scripts name. */
    public byte[] hash160() {
        return Ripemd160.hash160(bytes);
    }

    public Address address(Network network) {
        return new Address(network, ByteSlice.of(hash160()));
    }

    @Override
    public String toString() {
        return bytes.toString();
    }
}
