package org.brisket.simulator.chain;

import java.util.List;

/**
 * What changed when another branch became the longest one: the blocks that lost their place and
 * those that took it, each from the lowest height up.
 */
public record Reorganisation(List<Block> stale, List<Block> adopted) {
    public Reorganisation {
        stale = List.copyOf(stale);
        adopted = List.copyOf(adopted);
    }

    /** How many blocks lost their place. */
    public int depth() {
        return stale.size();
    }
}
