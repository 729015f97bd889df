package org.brisket.protocol.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.script.Opcode;
import org.brisket.protocol.script.ScriptBuilder;

/**
 * Data fields in a spendable output (BRC-48), in the layout that wallets write today: the lock
 * comes before the fields.
 *
 * <pre>
 * push of a 33-byte public key | CHECKSIG | fields | 2DROP for each pair, DROP for an odd one
 * </pre>
 *
 * A field of the single byte 00 and an empty one have the same push; both decode as one zero byte.
 */
public record PushDrop(ByteSlice lockingPublicKey, List<ByteSlice> fields) {
    private static final int PUBLIC_KEY_BYTES = 33;
    private static final int FIELDS_FROM = PUBLIC_KEY_BYTES + 2;

    public PushDrop {
        fields = List.copyOf(fields);
    }

    /** The locking script of these fields. */
    public static byte[] lock(ByteSlice publicKey, List<byte[]> fields) {
        ScriptBuilder script =
                new ScriptBuilder().push(publicKey.toByteArray()).opcode(Opcode.CHECKSIG);
        for (byte[] field : fields) {
            // Wallets write the single byte 00 as they write an empty field.
            script.push(field.length == 1 && field[0] == 0 ? new byte[0] : field);
        }
        for (int i = 0; i < fields.size() / 2; i++) {
            script.opcode(Opcode.DROP_2);
        }
        return (fields.size() % 2 == 1 ? script.opcode(Opcode.DROP) : script).build();
    }

    /** Reads a locking script; empty unless every byte of it follows the layout. */
    public static Optional<PushDrop> decode(ByteSlice script) {
        if (script.length() <= FIELDS_FROM
                || script.at(0) != PUBLIC_KEY_BYTES
                || (script.at(1) != 2 && script.at(1) != 3)
                || script.at(FIELDS_FROM - 1) != Opcode.CHECKSIG) {
            return Optional.empty();
        }
        PushReader reader = new PushReader(script, FIELDS_FROM);
        List<ByteSlice> fields = new ArrayList<>();
        for (Optional<ByteSlice> field = reader.next(); field.isPresent(); field = reader.next()) {
            fields.add(field.get());
        }
        return dropsAll(script, reader.position(), fields.size())
                ? Optional.of(new PushDrop(script.slice(1, PUBLIC_KEY_BYTES), fields))
                : Optional.empty();
    }

    /** True if what follows drops exactly that many fields and nothing comes after. */
    private static boolean dropsAll(ByteSlice script, int from, int fields) {
        int pairs = fields / 2;
        int odd = fields % 2;
        if (fields == 0 || script.length() != from + pairs + odd) {
            return false;
        }
        for (int i = 0; i < pairs; i++) {
            if (script.at(from + i) != Opcode.DROP_2) {
                return false;
            }
        }
        return odd == 0 || script.at(from + pairs) == Opcode.DROP;
    }
}
