package org.brisket.protocol.identity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.brisket.protocol.bytes.ByteReader;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.bytes.Utf8;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.key.PublicKey;
import org.brisket.protocol.limit.Limit;
import org.brisket.protocol.limit.Limits;
import org.brisket.protocol.transaction.Outpoint;

/** The binary form of certificates, and the rules for its parts that the other form shares. */
final class CertificateFormat {
    static final Outpoint NEVER = new Outpoint(new Txid(0, 0, 0, 0), 0);

    private static final int IDENTIFIER_LENGTH = 32;
    private static final int LONGEST_NAME = 50;
    private static final long LARGEST_INDEX = 0xFFFFFFFFL;

    /** A name of one byte with its length, and a length of zero. */
    private static final int SMALLEST_FIELD = 3;

    private CertificateFormat() {}

    static Certificate parse(byte[] bytes, Limits limits) throws MalformedException {
        limits.require(Limit.CERTIFICATE_BYTES, bytes.length);
        ByteReader reader = new ByteReader(bytes);
        String type = base64(reader.readSlice(IDENTIFIER_LENGTH));
        String serialNumber = base64(reader.readSlice(IDENTIFIER_LENGTH));
        PublicKey subject = PublicKey.parse(reader.readSlice(PublicKey.LENGTH));
        PublicKey certifier = PublicKey.parse(reader.readSlice(PublicKey.LENGTH));
        String txid = reader.readSlice(IDENTIFIER_LENGTH).toString();
        Outpoint revocation = outpoint(txid, reader.readVarint());
        Map<String, String> fields = readFields(reader, limits);
        ByteSlice signature = reader.readSlice(reader.remaining());
        return new Certificate(
                type, serialNumber, subject, certifier, revocation, fields, signature);
    }

    private static Outpoint outpoint(String txid, long index) throws MalformedException {
        if (index > LARGEST_INDEX) {
            throw MalformedException.of("output index %d is not 32-bit", index);
        }
        return new Outpoint(Txid.fromDisplayHex(txid), index);
    }

    private static Map<String, String> readFields(ByteReader reader, Limits limits)
            throws MalformedException {
        int count = reader.readCount(SMALLEST_FIELD, "certificate fields");
        limits.require(Limit.CERTIFICATE_FIELDS, count);
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String name = Utf8.decode(reader.readVarSlice("a field name"));
            String value = Utf8.decode(reader.readVarSlice("a field value"));
            requireField(name, value);
            if (fields.put(name, value) != null) {
                throw MalformedException.of("the field %s occurs twice", name);
            }
        }
        return fields;
    }

    static void requireField(String name, String value) throws MalformedException {
        int length = name.getBytes(StandardCharsets.UTF_8).length;
        if (length < 1 || length > LONGEST_NAME) {
            throw MalformedException.of("a field name of %d bytes, not 1 to 50", length);
        }
        requireBase64(value, "the value of field " + name);
    }

    /** The text itself is signed, so it must be the one text of its bytes. */
    static byte[] requireBase64(String text, String what) throws MalformedException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw MalformedException.of("%s is not standard Base64", what);
    }

    static String requireIdentifier(String text, String what) throws MalformedException {
        if (requireBase64(text, what).length != IDENTIFIER_LENGTH) {
            throw MalformedException.of("%s is not Base64 of 32 bytes", what);
        }
        return text;
    }

    private static String base64(ByteSlice bytes) {
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    static byte[] write(Certificate certificate, boolean withSignature) {
        ByteWriter writer = new ByteWriter(1024);
        writer.write(Base64.getDecoder().decode(certificate.type()));
        writer.write(Base64.getDecoder().decode(certificate.serialNumber()));
        writer.write(certificate.subject().bytes()).write(certificate.certifier().bytes());
        writer.write(display(certificate.revocation().txid()));
        writer.writeVarint(certificate.revocation().index());
        writer.writeVarint(certificate.fields().size());
        certificate
                .fields()
                .forEach(
                        (name, value) -> {
                            writer.writeVarBytes(name.getBytes(StandardCharsets.UTF_8));
                            writer.writeVarBytes(value.getBytes(StandardCharsets.UTF_8));
                        });
        return withSignature
                ? writer.write(certificate.signature()).toByteArray()
                : writer.toByteArray();
    }

    private static byte[] display(Txid txid) {
        try {
            return Hex.decode(txid.toString());
        } catch (MalformedException e) {
            throw new IllegalStateException("a txid that is not hexadecimal: " + txid, e);
        }
    }
}
