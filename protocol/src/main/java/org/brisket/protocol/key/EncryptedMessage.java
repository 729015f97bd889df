package org.brisket.protocol.key;

import java.security.SecureRandom;
import java.util.Optional;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.MalformedException;

/**
 * A message that names its sender and that one recipient can read (BRC-78).
 *
 * <pre>
 * 42 42 10 33 | sender 33 | recipient 33 | key id 32 | IV 32, ciphertext, tag 16
 * </pre>
 */
public final class EncryptedMessage {
    private static final byte[] MAGIC = {0x42, 0x42, 0x10, 0x33};
    private static final String PROTOCOL = "message encryption";

    private EncryptedMessage() {}

    public static byte[] encrypt(
            byte[] message, PrivateKey sender, PublicKey recipient, SecureRandom random) {
        byte[] keyId = new byte[MessageEnvelope.KEY_ID_LENGTH];
        random.nextBytes(keyId);
        Optional<PublicKey> to = Optional.of(recipient);
        MessageEnvelope empty =
                new MessageEnvelope(sender.publicKey(), to, ByteSlice.of(keyId), ByteSlice.EMPTY);
        byte[] content =
                new KeyWallet(sender, random)
                        .encrypt(message, empty.invoice(PROTOCOL), Counterparty.of(recipient));
        return new MessageEnvelope(
                        sender.publicKey(), to, ByteSlice.of(keyId), ByteSlice.of(content))
                .toBytes(MAGIC);
    }

    /** The message; empty when it is for somebody else or was changed. */
    public static Optional<byte[]> decrypt(byte[] encrypted, PrivateKey recipient)
            throws MalformedException {
        MessageEnvelope envelope = MessageEnvelope.read(encrypted, MAGIC);
        if (!envelope.recipient().equals(Optional.of(recipient.publicKey()))) {
            return Optional.empty();
        }
        return new KeyWallet(recipient)
                .decrypt(
                        envelope.content().toByteArray(),
                        envelope.invoice(PROTOCOL),
                        Counterparty.of(envelope.sender()));
    }
}
