package org.brisket.protocol.identity;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.key.PublicKey;
import org.brisket.protocol.limit.Limit;
import org.brisket.protocol.limit.Limits;
import org.brisket.protocol.transaction.Outpoint;

/**
 * The JSON form of certificates as plain maps and texts: {@code type}, {@code serialNumber}, {@code
 * subject}, {@code certifier}, {@code revocationOutpoint}, {@code fields} and, if it is signed,
 * {@code signature} in hexadecimal. Other keys are ignored.
 */
final class CertificateValues {
    private CertificateValues() {}

    static Certificate read(Map<?, ?> values, Limits limits) throws MalformedException {
        Map<String, String> fields = texts(values.get("fields"), "fields", limits);
        String signature = values.get("signature") instanceof String hex ? hex : "";
        Certificate certificate =
                new Certificate(
                        CertificateFormat.requireIdentifier(text(values, "type"), "type"),
                        CertificateFormat.requireIdentifier(
                                text(values, "serialNumber"), "serialNumber"),
                        PublicKey.fromHex(text(values, "subject")),
                        PublicKey.fromHex(text(values, "certifier")),
                        Outpoint.parse(text(values, "revocationOutpoint")),
                        fields,
                        ByteSlice.of(Hex.decode(signature)));
        limits.require(Limit.CERTIFICATE_BYTES, certificate.toBytes().length);
        return certificate;
    }

    /** A map of Base64 texts by field name, in the order of the names' bytes. */
    static Map<String, String> texts(Object value, String what, Limits limits)
            throws MalformedException {
        if (!(value instanceof Map<?, ?> map)) {
            throw MalformedException.of("%s is not an object", what);
        }
        limits.require(Limit.CERTIFICATE_FIELDS, map.size());
        Map<String, String> sorted = new TreeMap<>(FieldOrder.BYTES);
        long bytes = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String name)
                    || !(entry.getValue() instanceof String text)) {
                throw MalformedException.of("%s holds something else than texts", what);
            }
            bytes += (long) name.length() + text.length();
            limits.require(Limit.CERTIFICATE_BYTES, bytes);
            CertificateFormat.requireField(name, text);
            sorted.put(name, text);
        }
        return new LinkedHashMap<>(sorted);
    }

    private static String text(Map<?, ?> values, String key) throws MalformedException {
        if (values.get(key) instanceof String text
                && text.getBytes(StandardCharsets.UTF_8).length == text.length()) {
            return text;
        }
        throw MalformedException.of("%s is not a text of ASCII characters", key);
    }
}
