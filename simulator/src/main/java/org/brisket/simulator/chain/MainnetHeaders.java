package org.brisket.simulator.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.BlockHash;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.header.BlockHeader;

/**
 * Some headers of the real chain, as far as our real BEEFs need them. Where only the merkle root of
 * a height is known, the header around it is made up: it holds that root and has proof of work at
 * the easiest difficulty, but not the real hash.
 */
public final class MainnetHeaders {
    private static final BlockHash UNKNOWN = new BlockHash(0, 0, 0, 0);

    private final TreeMap<Long, BlockHeader> byHeight;
    private final Map<Long, BlockHash> realHashes;

    private MainnetHeaders(TreeMap<Long, BlockHeader> byHeight, Map<Long, BlockHash> realHashes) {
        this.byHeight = byHeight;
        this.realHashes = realHashes;
    }

    /** Reads {@code mainnet-roots.json}: height, merkleRoot, and hash and header where known. */
    public static MainnetHeaders load() {
        TreeMap<Long, BlockHeader> byHeight = new TreeMap<>();
        Map<Long, BlockHash> realHashes = new TreeMap<>();
        for (JsonNode row : GoldenFile.read("mainnet-roots.json")) {
            long height = row.get("height").longValue();
            try {
                byHeight.put(height, header(row, height));
                if (row.has("hash")) {
                    realHashes.put(height, BlockHash.fromDisplayHex(row.get("hash").textValue()));
                }
            } catch (MalformedException e) {
                throw new IllegalStateException("golden header at height " + height, e);
            }
        }
        return new MainnetHeaders(byHeight, realHashes);
    }

    private static BlockHeader header(JsonNode row, long height) throws MalformedException {
        if (row.has("header")) {
            return BlockHeader.parse(Hex.decode(row.get("header").textValue()));
        }
        MerkleRoot root = MerkleRoot.fromDisplayHex(row.get("merkleRoot").textValue());
        return Miner.mine(UNKNOWN, root, height);
    }

    public Optional<BlockHeader> at(long height) {
        return Optional.ofNullable(byHeight.get(height));
    }

    /** The block's real hash, where it is known. */
    public Optional<BlockHash> realHash(long height) {
        return Optional.ofNullable(realHashes.get(height));
    }

    public Iterable<Long> heights() {
        return byHeight.keySet();
    }

    public long highest() {
        return byHeight.lastKey();
    }

    /** These headers below, those of a simulated chain above; the tip is the simulated one. */
    public Headers below(SimulatedChain chain) {
        return new Headers() {
            @Override
            public Optional<BlockHeader> at(long height) {
                return chain.at(height).or(() -> MainnetHeaders.this.at(height));
            }

            @Override
            public long tipHeight() {
                return chain.tipHeight();
            }
        };
    }
}
