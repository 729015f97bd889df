package org.brisket.protocol.key;

import java.math.BigInteger;
import org.brisket.protocol.bytes.MalformedException;

/** Whom a derived key is shared with (BRC-43): oneself, anyone, or the owner of a public key. */
public sealed interface Counterparty {
    /** The wallet that derives. */
    Counterparty SELF = new Self();

    /** Everybody: the owner of private key 1. What is derived with it is no secret. */
    Counterparty ANYONE = new Other(PrivateKey.of(BigInteger.ONE).publicKey());

    record Self() implements Counterparty {}

    record Other(PublicKey identityKey) implements Counterparty {}

    static Counterparty of(PublicKey identityKey) {
        return new Other(identityKey);
    }

    /** Reads {@code self}, {@code anyone}, or a public key in hexadecimal. */
    static Counterparty parse(String text) throws MalformedException {
        return switch (text) {
            case "self" -> SELF;
            case "anyone" -> ANYONE;
            default -> new Other(PublicKey.fromHex(text));
        };
    }
}
