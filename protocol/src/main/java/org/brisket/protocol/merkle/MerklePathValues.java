package org.brisket.protocol.merkle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;

/**
 * The JSON form of a merkle path (BRC-74) as plain maps, lists, numbers, texts and booleans, which
 * is what every JSON library reads and writes. Hashes are in display order.
 *
 * <pre>
 * {"blockHeight": 813706, "path": [[{"offset": 3048, "hash": "…"},
 *     {"offset": 3049, "hash": "…", "txid": true}, {"offset": 7, "duplicate": true}], …]}
 * </pre>
 */
public final class MerklePathValues {
    private MerklePathValues() {}

    /** The values in the order in which BRC-74 gives them; what is false is left out. */
    public static Map<String, Object> of(MerklePath path) {
        List<List<Map<String, Object>>> levels = new ArrayList<>();
        for (MerkleLevel level : path.levels()) {
            List<Map<String, Object>> leaves = new ArrayList<>();
            for (int leaf = level.first(); leaf < level.end(); leaf = level.next(leaf)) {
                leaves.add(leaf(level, leaf));
            }
            levels.add(leaves);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("blockHeight", path.blockHeight());
        values.put("path", levels);
        return values;
    }

    private static Map<String, Object> leaf(MerkleLevel level, int leaf) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("offset", level.offset(leaf));
        if (level.isDuplicate(leaf)) {
            values.put("duplicate", true);
            return values;
        }
        values.put("hash", level.hash(leaf).toString());
        if (level.flags(leaf) == MerkleLevel.CLIENT_TXID) {
            values.put("txid", true);
        }
        return values;
    }

    /** Reads such values as strictly as the bytes; keys that BRC-74 does not know are ignored. */
    public static MerklePath read(Map<?, ?> values) throws MalformedException {
        List<?> levels = list(values.get("path"), "path");
        if (levels.isEmpty() || levels.size() > MerklePath.MAX_TREE_HEIGHT) {
            throw MalformedException.of("merkle tree of %d levels, not 1..64", levels.size());
        }
        ByteWriter writer = new ByteWriter();
        writer.writeVarint(number(values.get("blockHeight"), "blockHeight"));
        writer.writeByte(levels.size());
        for (Object level : levels) {
            List<?> leaves = list(level, "level of path");
            writer.writeVarint(leaves.size());
            for (Object leaf : leaves) {
                writeLeaf(leaf, writer);
            }
        }
        return MerklePath.parse(writer.toByteArray());
    }

    private static void writeLeaf(Object value, ByteWriter writer) throws MalformedException {
        if (!(value instanceof Map<?, ?> leaf)) {
            throw new MalformedException("a leaf of a merkle path is not an object");
        }
        writer.writeVarint(number(leaf.get("offset"), "offset"));
        if (flag(leaf.get("duplicate"), "duplicate")) {
            writer.writeByte(MerkleLevel.DUPLICATE);
            return;
        }
        writer.writeByte(flag(leaf.get("txid"), "txid") ? MerkleLevel.CLIENT_TXID : 0);
        if (!(leaf.get("hash") instanceof String hash)) {
            throw new MalformedException("a leaf of a merkle path has neither hash nor duplicate");
        }
        writer.write(Txid.fromDisplayHex(hash).toInternal());
    }

    private static List<?> list(Object value, String what) throws MalformedException {
        if (value instanceof List<?> list) {
            return list;
        }
        throw MalformedException.of("%s is not an array", what);
    }

    private static long number(Object value, String what) throws MalformedException {
        boolean whole = value instanceof Integer || value instanceof Long;
        if (whole && ((Number) value).longValue() >= 0) {
            return ((Number) value).longValue();
        }
        throw MalformedException.of("%s is not a whole number from 0 on", what);
    }

    private static boolean flag(Object value, String what) throws MalformedException {
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw MalformedException.of("%s is not a boolean", what);
    }
}
