package org.brisket.protocol.key;

import java.util.Optional;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.MalformedException;

/**
 * A signature that names who made it and who can verify it (BRC-77); the message is elsewhere.
 *
 * <pre>
 * 42 42 33 01 | signer 33 | verifier 33, or 00 for anyone | key id 32 | DER signature
 * </pre>
 */
public final class SignedMessage {
    private static final byte[] MAGIC = {0x42, 0x42, 0x33, 0x01};
    private static final String PROTOCOL = "message signing";

    private SignedMessage() {}

    /**
     * @param verifier who alone can verify it, or nobody in particular
     * @param keyId 32 random bytes, fresh for each message
     */
    public static byte[] sign(
            byte[] message, PrivateKey signer, Optional<PublicKey> verifier, byte[] keyId) {
        ByteSlice id = ByteSlice.of(MessageEnvelope.requireKeyId(keyId));
        MessageEnvelope unsigned =
                new MessageEnvelope(signer.publicKey(), verifier, id, ByteSlice.EMPTY);
        byte[] signature =
                new KeyWallet(signer)
                        .sign(message, unsigned.invoice(PROTOCOL), unsigned.counterpartyOfSender());
        return new MessageEnvelope(signer.publicKey(), verifier, id, ByteSlice.of(signature))
                .toBytes(MAGIC);
    }

    /**
     * Who signed the message, if it was signed for this recipient or for anyone; nobody when it was
     * signed for somebody else, or not signed like this.
     */
    public static Optional<PublicKey> verify(byte[] message, byte[] signature, PrivateKey recipient)
            throws MalformedException {
        MessageEnvelope envelope = MessageEnvelope.read(signature, MAGIC);
        boolean forAnyone = envelope.recipient().isEmpty();
        if (!forAnyone && !envelope.recipient().get().equals(recipient.publicKey())) {
            return Optional.empty();
        }
        KeyWallet verifier = forAnyone ? KeyWallet.anyone() : new KeyWallet(recipient);
        boolean verified =
                verifier.verify(
                        message,
                        envelope.content().toByteArray(),
                        envelope.invoice(PROTOCOL),
                        Counterparty.of(envelope.sender()));
        return verified ? Optional.of(envelope.sender()) : Optional.empty();
    }
}
