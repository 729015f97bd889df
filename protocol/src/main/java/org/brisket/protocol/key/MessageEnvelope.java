package org.brisket.protocol.key;

import java.util.Base64;
import java.util.Optional;
import org.brisket.protocol.bytes.ByteReader;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.bytes.MalformedException;

/**
 * The frame that signed and encrypted messages share: a magic number, the sender's public key, the
 * recipient's (or one zero byte for anyone), a random key id, and the content up to the end.
 */
record MessageEnvelope(
        PublicKey sender, Optional<PublicKey> recipient, ByteSlice keyId, ByteSlice content) {
    static final int KEY_ID_LENGTH = 32;

    static MessageEnvelope read(byte[] bytes, byte[] magic) throws MalformedException {
        ByteReader reader = new ByteReader(bytes);
        if (!reader.readSlice(magic.length).equals(ByteSlice.of(magic))) {
            throw new MalformedException("a message of another kind or version");
        }
        PublicKey sender = PublicKey.parse(reader.readSlice(PublicKey.LENGTH));
        Optional<PublicKey> recipient = readRecipient(reader);
        ByteSlice keyId = reader.readSlice(KEY_ID_LENGTH);
        ByteSlice content = reader.readSlice(reader.remaining());
        return new MessageEnvelope(sender, recipient, keyId, content);
    }

    private static Optional<PublicKey> readRecipient(ByteReader reader) throws MalformedException {
        int first = reader.readUnsignedByte();
        if (first == 0) {
            return Optional.empty();
        }
        ByteWriter key = new ByteWriter(PublicKey.LENGTH).writeByte(first);
        key.write(reader.readSlice(PublicKey.LENGTH - 1));
        return Optional.of(PublicKey.parse(key.view()));
    }

    byte[] toBytes(byte[] magic) {
        ByteWriter writer = new ByteWriter(256).write(magic).write(sender.bytes());
        if (recipient.isPresent()) {
            writer.write(recipient.get().bytes());
        } else {
            writer.writeByte(0);
        }
        return writer.write(keyId).write(content).toByteArray();
    }

    InvoiceNumber invoice(String protocol) {
        String id = Base64.getEncoder().encodeToString(keyId.toByteArray());
        return new InvoiceNumber(2, protocol, id);
    }

    Counterparty counterpartyOfSender() {
        return recipient.map(Counterparty::of).orElse(Counterparty.ANYONE);
    }

    static byte[] requireKeyId(byte[] keyId) {
        if (keyId.length != KEY_ID_LENGTH) {
            throw new IllegalStateException("a key id of " + keyId.length + " bytes, not 32");
        }
        return keyId;
    }
}
