package org.brisket.state.header;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.brisket.protocol.hash.BlockHash;
import org.brisket.protocol.header.BlockHeader;

/** Headers that came before their parents: so many, of which the oldest make room. */
final class OrphanHeaders {
    static final int MAX = 2_016;

    private final Map<BlockHash, BlockHeader> byHash = new LinkedHashMap<>();
    private final Map<BlockHash, List<BlockHash>> byParent = new LinkedHashMap<>();

    void add(BlockHeader header) {
        BlockHash hash = header.hash();
        if (byHash.putIfAbsent(hash, header) != null) {
            return;
        }
        byParent.computeIfAbsent(header.previous(), parent -> new ArrayList<>(1)).add(hash);
        if (byHash.size() > MAX) {
            removeOldest();
        }
    }

    private void removeOldest() {
        Iterator<Map.Entry<BlockHash, BlockHeader>> entries = byHash.entrySet().iterator();
        Map.Entry<BlockHash, BlockHeader> oldest = entries.next();
        entries.remove();
        BlockHash parent = oldest.getValue().previous();
        List<BlockHash> siblings = byParent.get(parent);
        siblings.remove(oldest.getKey());
        if (siblings.isEmpty()) {
            byParent.remove(parent);
        }
    }

    /** Takes out those that stand on a header. */
    List<BlockHeader> takeChildren(BlockHash parent) {
        List<BlockHash> hashes = byParent.remove(parent);
        return hashes == null ? List.of() : hashes.stream().map(byHash::remove).toList();
    }

    List<BlockHeader> all() {
        return List.copyOf(byHash.values());
    }
}
