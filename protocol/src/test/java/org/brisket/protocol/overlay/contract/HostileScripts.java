package org.brisket.protocol.overlay.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Utf8;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.hash.Sha256;
import org.brisket.protocol.token.PushDrop;

/**
 * Locking scripts as nobody writes them who means well, and valid ones with small damage. The same
 * seed gives the same scripts.
 */
final class HostileScripts {
    private static final int LONGEST = 600;
    private static final ByteSlice KEY =
            ByteSlice.of(Secp256k1.best().publicKey(Sha256.hash(new byte[] {9})));
    private static final List<byte[]> FIELDS =
            List.of(
                    new byte[0],
                    new byte[1],
                    new byte[] {(byte) 0xFF, (byte) 0xFE},
                    new byte[32],
                    new byte[33],
                    KEY.toByteArray(),
                    Utf8.encode("ISSUE"),
                    Utf8.encode("SHIP"),
                    Utf8.encode("STOCK1"),
                    Utf8.encode("[2,\"a protocol\"]"),
                    Utf8.encode("9007199254740991"),
                    Utf8.encode("99999999999999999999"),
                    Utf8.encode("00".repeat(32) + ".4294967295"),
                    Utf8.encode("available"),
                    Utf8.encode("https://[::1"),
                    Utf8.encode("[".repeat(5_000)),
                    Utf8.encode("{\"\\u".repeat(500)));

    private final Random random;
    private final List<byte[]> valid;

    /**
     * @param valid scripts to damage; they are not changed
     */
    HostileScripts(Random random, List<byte[]> valid) {
        this.random = random;
        this.valid = List.copyOf(valid);
    }

    byte[] next() {
        return switch (random.nextInt(6)) {
            case 0 -> bytes(random.nextInt(LONGEST));
            case 1 -> cutPush();
            case 2 -> damaged(token());
            case 3 -> valid.isEmpty() ? token() : damaged(valid.get(random.nextInt(valid.size())));
            case 4 -> valid.isEmpty() ? token() : valid.get(random.nextInt(valid.size())).clone();
            default -> token();
        };
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A push of up to 4 GiB of which almost nothing is there. */
    private byte[] cutPush() {
        byte[] script = bytes(5 + random.nextInt(40));
        script[0] = (byte) (0x4C + random.nextInt(3));
        return script;
    }

    private byte[] token() {
        List<byte[]> fields = new ArrayList<>();
        int count = 1 + random.nextInt(9);
        for (int i = 0; i < count; i++) {
            fields.add(
                    random.nextInt(4) == 0
                            ? bytes(random.nextInt(80))
                            : FIELDS.get(random.nextInt(FIELDS.size())));
        }
        return PushDrop.lock(key(), fields);
    }

    /** One time in four no point of the curve, most likely. */
    private ByteSlice key() {
        byte[] key = random.nextInt(4) == 0 ? bytes(KEY.length()) : KEY.toByteArray();
        key[0] = (byte) (2 + random.nextInt(2));
        return ByteSlice.of(key);
    }

    private byte[] damaged(byte[] script) {
        if (script.length == 0 || random.nextInt(3) == 0) {
            return Arrays.copyOf(script, random.nextInt(script.length + 3));
        }
        byte[] changed = script.clone();
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        return changed;
    }
}
