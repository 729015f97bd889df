package org.brisket.protocol.overlay.topic;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.bytes.Utf8;
import org.brisket.protocol.key.InvoiceNumber;
import org.brisket.protocol.key.PublicKey;
import org.brisket.protocol.token.PushDrop;
import org.brisket.protocol.token.TokenSignature;

/**
 * A value that its controller stored under a key, in a PushDrop output of five or six fields.
 *
 * <pre>
 * protocol as JSON [level,"name"] | key, UTF-8 | value | controller's identity key 33
 *      | tags, JSON (optional) | signature over all before it
 * </pre>
 *
 * The controller signs for anyone under the invoice number of protocol and key (BRC-43); which key
 * locks the output, and what the tags say, is left to the controller. Neither key nor value is
 * empty.
 */
record KeyValueToken(InvoiceNumber invoice, PublicKey controller, PushDrop token) {
    private static final int FEWEST_FIELDS = 5;
    private static final int MOST_FIELDS = 6;
    private static final int LONGEST_PROTOCOL = 1_024;
    private static final int LONGEST_KEY = 2_400;

    /** Empty unless the fields have the right shape; the signature is not looked at. */
    static Optional<KeyValueToken> read(PushDrop token) {
        List<ByteSlice> fields = token.fields();
        if (fields.size() < FEWEST_FIELDS
                || fields.size() > MOST_FIELDS
                || fields.get(0).length() > LONGEST_PROTOCOL
                || fields.get(1).length() > LONGEST_KEY
                || fields.get(2).isEmpty()) {
            return Optional.empty();
        }
        try {
            InvoiceNumber invoice = invoice(fields.get(0), Utf8.decode(fields.get(1)));
            PublicKey controller = PublicKey.parse(fields.get(3));
            return Optional.of(new KeyValueToken(invoice, controller, token));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    boolean isSigned() {
        return TokenSignature.isBy(controller, invoice, token);
    }

    private static InvoiceNumber invoice(ByteSlice protocol, String key) throws MalformedException {
        if (JsonText.parse(Utf8.decode(protocol)) instanceof List<?> pair
                && pair.size() == 2
                && pair.get(0) instanceof JsonText.JsonNumber level
                && level.text().matches("[012]")
                && pair.get(1) instanceof String name) {
            return InvoiceNumber.of(Integer.parseInt(level.text()), name, key);
        }
        throw new MalformedException("a protocol that is not [level,\"name\"]");
    }
}
