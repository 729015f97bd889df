package org.brisket.protocol.header;

import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.BlockHash;

/**
 * What a network asks of headers. The values are those of the node's chain parameters.
 *
 * @param easiest the largest target that there may be
 * @param adjusts false where every block has the easiest target
 * @param easyWhenLate whether a block twenty minutes after its parent may have the easiest target
 * @param adjustsEachBlockFrom heights above this have a target of their own, from the 144 blocks
 *     before them; what came earlier is bounded only, and has a checkpoint above it
 * @param checkpoints hashes that blocks at certain heights must have
 * @param forbidden first blocks of chains that went other ways
 */
public record HeaderRules(
        BigInteger easiest,
        boolean adjusts,
        boolean easyWhenLate,
        long adjustsEachBlockFrom,
        Map<Long, BlockHash> checkpoints,
        Set<BlockHash> forbidden) {

    private static final BigInteger PUBLIC_LIMIT =
            BigInteger.ONE.shiftLeft(224).subtract(BigInteger.ONE);
    private static final BigInteger REGRESSION_TEST_LIMIT =
            BigInteger.ONE.shiftLeft(255).subtract(BigInteger.ONE);

    /** With the places where BTC in 2017 and BCH in 2018 took their own ways. */
    public static final HeaderRules MAIN =
            new HeaderRules(
                    PUBLIC_LIMIT,
                    true,
                    false,
                    504_031,
                    Map.of(
                            0L,
                            hash(
                                    "000000000019d6689c085ae165831e93"
                                            + "4ff763ae46a2a6c172b3f1b60a8ce26f"),
                            478_559L,
                            hash(
                                    "000000000000000000651ef99cb9fcbe"
                                            + "0dadde1d424bd9f15ff20136191a5eec")),
                    Set.of(
                            hash(
                                    "00000000000000000019f112ec0a9982"
                                            + "926f1258cdcc558dd7c3b7e5dc7fa148"),
                            hash(
                                    "0000000000000000004626ff6e3b9369"
                                            + "41d341c5932ece4357eeccac44e6d56c")));

    public static final HeaderRules TEST =
            new HeaderRules(PUBLIC_LIMIT, true, true, 1_188_697, Map.of(), Set.of());

    public static final HeaderRules REGRESSION_TEST =
            new HeaderRules(REGRESSION_TEST_LIMIT, false, true, Long.MAX_VALUE, Map.of(), Set.of());

    public HeaderRules {
        checkpoints = Map.copyOf(checkpoints);
        forbidden = Set.copyOf(forbidden);
    }

    private static BlockHash hash(String display) {
        try {
            return BlockHash.fromDisplayHex(display);
        } catch (MalformedException e) {
            throw new IllegalStateException("a constant of this class is no hash", e);
        }
    }
}
