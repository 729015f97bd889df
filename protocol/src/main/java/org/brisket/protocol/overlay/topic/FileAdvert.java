package org.brisket.protocol.overlay.topic;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.brisket.protocol.bytes.ByteReader;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.bytes.Utf8;
import org.brisket.protocol.key.InvoiceNumber;
import org.brisket.protocol.key.PublicKey;
import org.brisket.protocol.token.PushDrop;
import org.brisket.protocol.token.TokenSignature;

/**
 * A host's promise to serve a file until some time (UHRP, BRC-26), in a PushDrop output that only
 * the host can spend.
 *
 * <pre>
 * identity key 33 | SHA-256 of the file 32 | https URL | expiry, varint | file size, varint
 *      | any further fields | signature over all before it
 * </pre>
 *
 * The expiry is in seconds since 1970, the size in bytes; both are 1 to 2^53 - 1, in the shortest
 * varint. The signature and the lock are by the key that the host derives for anyone.
 */
record FileAdvert(PublicKey host, PushDrop token) {
    private static final InvoiceNumber INVOICE = new InvoiceNumber(2, "uhrp advertisement", "1");
    private static final int FEWEST_FIELDS = 6;
    private static final int HASH_BYTES = 32;
    private static final int LONGEST_URL = 2_048;
    private static final long LARGEST_NUMBER = (1L << 53) - 1;

    /** Empty unless the fields have the right shape; signatures are not looked at. */
    static Optional<FileAdvert> read(PushDrop token) {
        List<ByteSlice> fields = token.fields();
        if (fields.size() < FEWEST_FIELDS || fields.get(1).length() != HASH_BYTES) {
            return Optional.empty();
        }
        try {
            boolean wellFormed =
                    isAddress(Utf8.decode(fields.get(2)))
                            && isCount(fields.get(3))
                            && isCount(fields.get(4));
            return wellFormed
                    ? Optional.of(new FileAdvert(PublicKey.parse(fields.get(0)), token))
                    : Optional.empty();
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    boolean isLinked() {
        return TokenSignature.isLockedBy(host, INVOICE, token)
                && TokenSignature.isBy(host, INVOICE, token);
    }

    private static boolean isCount(ByteSlice field) throws MalformedException {
        ByteReader reader = new ByteReader(field.toByteArray());
        long value = reader.readVarint();
        reader.expectEnd("varint");
        return value >= 1 && value <= LARGEST_NUMBER;
    }

    /** One text per address: small letters in scheme and host, no dot segments, ASCII alone. */
    private static boolean isAddress(String text) {
        if (text.length() > LONGEST_URL || !text.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
            return false;
        }
        try {
            URI uri = new URI(text);
            String host = uri.getHost();
            return "https".equals(uri.getScheme())
                    && host != null
                    && host.equals(host.toLowerCase(Locale.ROOT))
                    && uri.getRawUserInfo() == null
                    && uri.normalize().toString().equals(text);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
