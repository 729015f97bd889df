package org.brisket.protocol.token;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.key.Counterparty;
import org.brisket.protocol.key.InvoiceNumber;
import org.brisket.protocol.key.KeyWallet;
import org.brisket.protocol.script.Opcode;
import org.brisket.protocol.script.ScriptBuilder;

/**
 * Data fields in a spendable output (BRC-48), in one of two layouts.
 *
 * <pre>
 * lock before: push of a 33-byte public key | CHECKSIG | fields | drops
 * lock after:  fields | drops | push of a 33-byte public key | CHECKSIG
 * drops: 2DROP for each pair of fields, then DROP for an odd one
 * </pre>
 *
 * A field of the single byte 00 and an empty one have the same push; both decode as one zero byte.
 */
public record PushDrop(ByteSlice lockingPublicKey, List<ByteSlice> fields) {
    /** Where the lock stands; wallets write it before the fields today. */
    public enum Layout {
        LOCK_BEFORE,
        LOCK_AFTER
    }

    private static final int PUBLIC_KEY_BYTES = 33;
    private static final int LOCK_BYTES = PUBLIC_KEY_BYTES + 2;

    public PushDrop {
        fields = List.copyOf(fields);
    }

    /** The locking script of these fields, the lock before them. */
    public static byte[] lock(ByteSlice publicKey, List<byte[]> fields) {
        return lock(Layout.LOCK_BEFORE, publicKey, fields);
    }

    public static byte[] lock(Layout layout, ByteSlice publicKey, List<byte[]> fields) {
        ScriptBuilder script = new ScriptBuilder();
        if (layout == Layout.LOCK_BEFORE) {
            script.push(publicKey.toByteArray()).opcode(Opcode.CHECKSIG);
        }
        for (byte[] field : fields) {
            // Wallets write the single byte 00 as they write an empty field.
            script.push(field.length == 1 && field[0] == 0 ? new byte[0] : field);
        }
        for (int i = 0; i < fields.size() / 2; i++) {
            script.opcode(Opcode.DROP_2);
        }
        if (fields.size() % 2 == 1) {
            script.opcode(Opcode.DROP);
        }
        if (layout == Layout.LOCK_AFTER) {
            script.push(publicKey.toByteArray()).opcode(Opcode.CHECKSIG);
        }
        return script.build();
    }

    /**
     * The locking script that a wallet's key spends, the lock before the fields, which are followed
     * by one more: the wallet's signature over all of them back to back.
     */
    public static byte[] lockSigned(
            List<byte[]> fields,
            KeyWallet wallet,
            InvoiceNumber invoice,
            Counterparty counterparty) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        fields.forEach(all::writeBytes);
        List<byte[]> signed = new ArrayList<>(fields);
        signed.add(wallet.sign(all.toByteArray(), invoice, counterparty));
        return lock(wallet.ownPublicKey(invoice, counterparty).bytes(), signed);
    }

    /** Reads a locking script of the layout that wallets write today. */
    public static Optional<PushDrop> decode(ByteSlice script) {
        return decode(Layout.LOCK_BEFORE, script);
    }

    /** Reads a locking script; empty unless every byte of it follows the layout. */
    public static Optional<PushDrop> decode(Layout layout, ByteSlice script) {
        int bodyBytes = script.length() - LOCK_BYTES;
        boolean before = layout == Layout.LOCK_BEFORE;
        if (bodyBytes < 2 || !isLock(script, before ? 0 : bodyBytes)) {
            return Optional.empty();
        }
        ByteSlice body = script.slice(before ? LOCK_BYTES : 0, bodyBytes);
        PushReader reader = new PushReader(body, 0);
        List<ByteSlice> fields = new ArrayList<>();
        for (Optional<ByteSlice> field = reader.next(); field.isPresent(); field = reader.next()) {
            fields.add(field.get());
        }
        ByteSlice key = script.slice(before ? 1 : bodyBytes + 1, PUBLIC_KEY_BYTES);
        return dropsAll(body, reader.position(), fields.size())
                ? Optional.of(new PushDrop(key, fields))
                : Optional.empty();
    }

    private static boolean isLock(ByteSlice script, int at) {
        int prefix = script.at(at + 1);
        return script.at(at) == PUBLIC_KEY_BYTES
                && (prefix == 2 || prefix == 3)
                && script.at(at + LOCK_BYTES - 1) == Opcode.CHECKSIG;
    }

    /** True if what follows drops exactly that many fields and nothing comes after. */
    private static boolean dropsAll(ByteSlice body, int from, int fields) {
        int pairs = fields / 2;
        int odd = fields % 2;
        if (fields == 0 || body.length() != from + pairs + odd) {
            return false;
        }
        for (int i = 0; i < pairs; i++) {
            if (body.at(from + i) != Opcode.DROP_2) {
                return false;
            }
        }
        return odd == 0 || body.at(from + pairs) == Opcode.DROP;
    }
}
