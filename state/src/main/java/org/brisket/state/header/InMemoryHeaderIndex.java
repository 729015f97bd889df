package org.brisket.state.header;

import java.util.HashMap;
import java.util.Map;
import org.brisket.protocol.hash.MerkleRoot;

/** An index in a map. */
public final class InMemoryHeaderIndex implements HeaderIndex {
    private final Map<Long, MerkleRoot> roots = new HashMap<>();
    private ChainView view;

    @Override
    public MerkleRoot root(long height) {
        return roots.get(height);
    }

    @Override
    public ChainView view() {
        return view;
    }

    @Override
    public void put(long height, MerkleRoot root) {
        roots.put(height, root);
    }

    @Override
    public void remove(long height) {
        roots.remove(height);
    }

    @Override
    public void put(ChainView newView) {
        view = newView;
    }

    /** How many roots are kept. */
    public int size() {
        return roots.size();
    }
}
