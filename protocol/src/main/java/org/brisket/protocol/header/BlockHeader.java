package org.brisket.protocol.header;

import org.brisket.protocol.bytes.ByteReader;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.BlockHash;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.hash.Sha256;

/**
 * The 80 bytes that a block's work is done on.
 *
 * <pre>
 * version i32 | previous hash 32 internal | merkle root 32 internal | time u32 | bits u32 | nonce u32
 * </pre>
 *
 * @param time seconds since 1970, unsigned
 * @param bits the target in compact form, unsigned, see {@link Target}
 * @param nonce unsigned
 */
public record BlockHeader(
        int version, BlockHash previous, MerkleRoot merkleRoot, long time, long bits, long nonce) {
    public static final int LENGTH = 80;

    /** Parses exactly 80 bytes. */
    public static BlockHeader parse(byte[] bytes) throws MalformedException {
        ByteReader reader = new ByteReader(bytes);
        BlockHeader header = read(reader);
        reader.expectEnd("block header");
        return header;
    }

    /** Reads one header and leaves the reader behind it. */
    public static BlockHeader read(ByteReader reader) throws MalformedException {
        return new BlockHeader(
                reader.readInt(),
                BlockHash.read(reader),
                MerkleRoot.read(reader),
                reader.readUnsignedInt(),
                reader.readUnsignedInt(),
                reader.readUnsignedInt());
    }

    public byte[] toBytes() {
        return new ByteWriter(LENGTH)
                .writeInt(version)
                .write(previous.toInternal())
                .write(merkleRoot.toInternal())
                .writeUnsignedInt(time)
                .writeUnsignedInt(bits)
                .writeUnsignedInt(nonce)
                .toByteArray();
    }

    /** True if the hash is not above the target that the header itself names. */
    public boolean hasProofOfWork() {
        return Target.isReachedBy(hash(), Target.fromBits(bits));
    }

    /** The double SHA-256 of the 80 bytes. */
    public BlockHash hash() {
        return BlockHash.fromInternal(Sha256.doubleHash(toBytes()));
    }
}
