package org.brisket.bench.attack;

import java.util.Map;
import org.brisket.bench.forge.Ground;
import org.brisket.protocol.hash.MerkleRoot;

/** The bytes of an attack, and what honest header services say about the heights in it. */
public record AttackFile(AttackCase attack, byte[] bytes, Map<Long, MerkleRoot> headers) {
    private static final long FIRST_HEIGHT = 1_000;
    private static final long HEIGHTS_PER_CASE = 6_000;

    /** Forges a case of the corpus; the same number always gives the same bytes. */
    static AttackFile forge(AttackCase attack, int number) {
        Ground ground = new Ground(number, FIRST_HEIGHT + number * HEIGHTS_PER_CASE);
        byte[] bytes = attack.forge().forge(ground);
        return new AttackFile(attack, bytes, ground.headers());
    }
}
