package org.brisket.state.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.hash.Sha256;
import org.brisket.protocol.transaction.Outpoint;

/**
 * A digest of a set of coins that does not depend on their order: the SHA-256 of each coin, read as
 * four big-endian 64-bit numbers, added up number by number modulo 2^64.
 */
public record LiveDigest(long word0, long word1, long word2, long word3) {
    public static final LiveDigest EMPTY = new LiveDigest(0, 0, 0, 0);

    /** The only kind so far; it keeps coins apart from whatever else may be digested later. */
    private static final byte LIVE_COIN = 1;

    /**
     * The digest of one coin: SHA-256 of the ledger's key in UTF-8, a zero byte, the txid in
     * internal order, the index as 32 bits big-endian, and the kind.
     */
    public static LiveDigest of(String ledger, Outpoint coin) {
        byte[] key = ledger.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(key, key.length + 1 + Sha256.LENGTH + 4 + 1);
        coin.txid().writeInternal(bytes, key.length + 1);
        ByteBuffer.wrap(bytes)
                .putInt(key.length + 1 + Sha256.LENGTH, (int) coin.index())
                .put(bytes.length - 1, LIVE_COIN);
        ByteBuffer hash = ByteBuffer.wrap(Sha256.hash(bytes));
        return new LiveDigest(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
    }

    public LiveDigest plus(LiveDigest other) {
        return new LiveDigest(
                word0 + other.word0, word1 + other.word1, word2 + other.word2, word3 + other.word3);
    }

    public LiveDigest minus(LiveDigest other) {
        return new LiveDigest(
                word0 - other.word0, word1 - other.word1, word2 - other.word2, word3 - other.word3);
    }

    /** 64 lower-case hexadecimal characters. */
    @Override
    public String toString() {
        ByteBuffer bytes = ByteBuffer.allocate(Sha256.LENGTH);
        bytes.putLong(word0).putLong(word1).putLong(word2).putLong(word3);
        return Hex.encode(bytes.array());
    }
}
