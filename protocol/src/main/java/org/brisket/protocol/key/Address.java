package org.brisket.protocol.key;

import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.MalformedException;

/**
 * A pay-to-public-key-hash address: a network and the HASH160 of a public key. Its text is
 * Base58Check of the network's version byte and the 20 bytes.
 */
public record Address(Network network, ByteSlice publicKeyHash) {
    private static final int HASH_LENGTH = 20;

    public Address {
        if (publicKeyHash.length() != HASH_LENGTH) {
            throw new IllegalStateException(
                    "a public key hash of " + publicKeyHash.length() + " bytes, not 20");
        }
    }

    /** Reads an address; script hash addresses (P2SH) can no longer be paid and are refused. */
    public static Address parse(String text) throws MalformedException {
        byte[] bytes = Base58.decodeChecked(text);
        if (bytes.length == 1 + HASH_LENGTH) {
            for (Network network : Network.values()) {
                if ((bytes[0] & 0xFF) == network.addressVersion()) {
                    return new Address(network, ByteSlice.of(bytes, 1, HASH_LENGTH));
                }
            }
        }
        throw MalformedException.of(
                "not an address: %d bytes, version %d",
                bytes.length, bytes.length == 0 ? -1 : bytes[0] & 0xFF);
    }

    @Override
    public String toString() {
        byte[] bytes = new byte[1 + HASH_LENGTH];
        bytes[0] = (byte) network.addressVersion();
        System.arraycopy(publicKeyHash.array(), publicKeyHash.offset(), bytes, 1, HASH_LENGTH);
        return Base58.encodeChecked(bytes);
    }
}
