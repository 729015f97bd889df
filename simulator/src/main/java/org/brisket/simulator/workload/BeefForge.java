package org.brisket.simulator.workload;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefVersion;
import org.brisket.protocol.bytes.ByteReader;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.simulator.chain.SimulatedChain;

/** Writes lineages as BEEF, in all encodings and in broken ones. */
final class BeefForge {
    private static final int HASH = 32;
    private static final int LONGEST_GARBAGE = 600;

    private final SplittableRandom random;

    BeefForge(SplittableRandom random) {
        this.random = random;
    }

    /** V1 mostly, else V2, Atomic or hexadecimal text. */
    byte[] encode(Lineage lineage) {
        int choice = random.nextInt(20);
        Beef beef = lineage.toBeef(choice < 14 ? BeefVersion.V1 : BeefVersion.V2);
        if (choice % 5 == 4) {
            beef = beef.withAtomicSubject(lineage.subject().txid());
        }
        byte[] bytes = beef.toBytes();
        return choice == 0 ? Hex.encode(bytes).getBytes(StandardCharsets.US_ASCII) : bytes;
    }

    /**
     * The lineage with a path that parses and is consistent, but leads to a root that its block
     * does not have: either a node above level 0 is changed, or the path claims the height below,
     * where a block with another root is known to every header service.
     */
    Lineage withWrongRoot(Lineage lineage) {
        byte[] path = lineage.proof().toBytes();
        long height = lineage.proof().blockHeight();
        if (random.nextBoolean() || height == SimulatedChain.FIRST_HEIGHT) {
            // The last node of the path is a hash of the topmost level.
            path[path.length - 1 - random.nextInt(HASH)] ^= (byte) (1 << random.nextInt(8));
            return lineage.withProof(parse(path));
        }
        ByteReader reader = new ByteReader(path);
        try {
            reader.readVarint();
            ByteWriter moved = new ByteWriter(path.length).writeVarint(height - 1);
            moved.write(reader.readSlice(reader.remaining()));
            return lineage.withProof(parse(moved.toByteArray()));
        } catch (MalformedException e) {
            throw new IllegalStateException("a merkle path without a height", e);
        }
    }

    private static MerklePath parse(byte[] path) {
        try {
            return MerklePath.parse(path);
        } catch (MalformedException e) {
            throw new IllegalStateException("forged a merkle path that does not parse", e);
        }
    }

    /** Cut off, continued, broken hexadecimal, or random bytes. */
    byte[] malformed(Lineage lineage) {
        byte[] good = lineage.toBeef(BeefVersion.V1).toBytes();
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(good, random.nextInt(good.length));
            case 1 -> Arrays.copyOf(good, good.length + 1 + random.nextInt(40));
            case 2 -> (Hex.encode(good) + "x").getBytes(StandardCharsets.US_ASCII);
            default -> garbage();
        };
    }

    private byte[] garbage() {
        byte[] bytes = new byte[1 + random.nextInt(LONGEST_GARBAGE)];
        random.nextBytes(bytes);
        return bytes;
    }
}
