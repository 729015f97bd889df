package org.brisket.simulator.chain;

import java.math.BigInteger;
import org.brisket.protocol.bytes.ByteReader;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.bytes.LittleEndian;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.BlockHash;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.hash.Sha256;

/**
 * A block's header. Time is in seconds since 1970; time, bits and nonce are unsigned 32-bit.
 *
 * <pre>
 * version i32 | previous hash 32 internal | merkle root 32 internal | time u32 | bits u32 | nonce u32
 * </pre>
 */
public record BlockHeader(
        int version, BlockHash previous, MerkleRoot root, long time, long bits, long nonce) {
    public static final int SIZE = 80;

    /** The difficulty of regtest: every second hash will do. */
    public static final long EASIEST_BITS = 0x207fffffL;

    private static final int NONCE_AT = 76;

    public static BlockHeader parse(byte[] bytes) throws MalformedException {
        ByteReader reader = new ByteReader(bytes);
        BlockHeader header =
                new BlockHeader(
                        reader.readInt(),
                        BlockHash.read(reader),
                        MerkleRoot.read(reader),
                        reader.readUnsignedInt(),
                        reader.readUnsignedInt(),
                        reader.readUnsignedInt());
        reader.expectEnd("block header");
        return header;
    }

    /** Finds the smallest nonce that meets the easiest difficulty. */
    public static BlockHeader mine(BlockHash previous, MerkleRoot root, long time) {
        BlockHeader draft = new BlockHeader(0x20000000, previous, root, time, EASIEST_BITS, 0);
        byte[] bytes = draft.toBytes();
        for (long nonce = 0; nonce <= 0xFFFFFFFFL; nonce++) {
            LittleEndian.writeInt(bytes, NONCE_AT, (int) nonce);
            if (isAtMost(Sha256.doubleHash(bytes), target(EASIEST_BITS))) {
                return new BlockHeader(draft.version, previous, root, time, EASIEST_BITS, nonce);
            }
        }
        throw new IllegalStateException("no nonce meets the easiest difficulty: " + draft);
    }

    public byte[] toBytes() {
        return new ByteWriter(SIZE)
                .writeInt(version)
                .write(previous.toInternal())
                .write(root.toInternal())
                .writeUnsignedInt(time)
                .writeUnsignedInt(bits)
                .writeUnsignedInt(nonce)
                .toByteArray();
    }

    public BlockHash hash() {
        return BlockHash.fromInternal(Sha256.doubleHash(toBytes()));
    }

    /** True if the hash, read as a little-endian number, is not above the target of the bits. */
    public boolean hasProofOfWork() {
        return isAtMost(hash().toInternal(), target(bits));
    }

    private static BigInteger target(long bits) {
        int exponent = (int) (bits >>> 24);
        BigInteger mantissa = BigInteger.valueOf(bits & 0x7fffff);
        return mantissa.shiftLeft(8 * (exponent - 3));
    }

    private static boolean isAtMost(byte[] internal, BigInteger target) {
        byte[] bigEndian = new byte[internal.length];
        for (int i = 0; i < internal.length; i++) {
            bigEndian[i] = internal[internal.length - 1 - i];
        }
        return new BigInteger(1, bigEndian).compareTo(target) <= 0;
    }
}
