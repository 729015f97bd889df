package org.brisket.protocol.token;

import java.util.List;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.key.Counterparty;
import org.brisket.protocol.key.InvoiceNumber;
import org.brisket.protocol.key.KeyWallet;
import org.brisket.protocol.key.PublicKey;

/**
 * What ties a PushDrop token to the identity that made it for anyone (BRC-42, BRC-43): its last
 * field, in DER, signs the SHA-256 of all fields before it, back to back, with the key that the
 * identity derives for the invoice number and anyone; and that same key may have to lock the token.
 */
public final class TokenSignature {
    private TokenSignature() {}

    /** Whether the identity signed the fields; false when there is nothing before the signature. */
    public static boolean isBy(PublicKey identity, InvoiceNumber invoice, PushDrop token) {
        List<ByteSlice> fields = token.fields();
        int last = fields.size() - 1;
        if (last < 1) {
            return false;
        }
        ByteWriter signed = new ByteWriter();
        fields.subList(0, last).forEach(signed::write);
        byte[] signature = fields.get(last).toByteArray();
        return KeyWallet.anyone()
                .verify(signed.toByteArray(), signature, invoice, Counterparty.of(identity));
    }

    /** Whether the key that locks the token is the one that the identity derives. */
    public static boolean isLockedBy(PublicKey identity, InvoiceNumber invoice, PushDrop token) {
        return KeyWallet.anyone()
                .publicKey(invoice, Counterparty.of(identity))
                .bytes()
                .equals(token.lockingPublicKey());
    }
}
