package org.brisket.protocol.header;

import java.math.BigInteger;
import java.util.OptionalLong;

/** The rule by which each block's target follows from the blocks before it. */
final class Difficulty {
    private static final int WINDOW = 144;
    private static final long SPACING_SECONDS = 600;
    private static final long SHORTEST = WINDOW / 2 * SPACING_SECONDS;
    private static final long LONGEST = WINDOW * 2 * SPACING_SECONDS;

    /** Without the whole window a target may be this much easier than its parent's, no more. */
    private static final BigInteger EASING = BigInteger.valueOf(4);

    private final HeaderRules rules;

    Difficulty(HeaderRules rules) {
        this.rules = rules;
    }

    /** What is wrong with the target of a header on this parent; empty if nothing is. */
    String problem(BlockHeader header, HeaderNode parent) {
        OptionalLong expected = expectedBits(header, parent);
        if (expected.isPresent()) {
            return expected.getAsLong() == header.bits()
                    ? ""
                    : "bits %08x, expected %08x".formatted(header.bits(), expected.getAsLong());
        }
        BigInteger bound = Target.fromBits(parent.header().bits()).multiply(EASING);
        return Target.fromBits(header.bits()).compareTo(bound) <= 0
                ? ""
                : "bits %08x on %08x: more than four times as easy"
                        .formatted(header.bits(), parent.header().bits());
    }

    private OptionalLong expectedBits(BlockHeader header, HeaderNode parent) {
        if (!rules.adjusts()) {
            return OptionalLong.of(Target.toBits(rules.easiest()));
        }
        if (rules.easyWhenLate() && header.time() > parent.header().time() + 2 * SPACING_SECONDS) {
            return OptionalLong.of(Target.toBits(rules.easiest()));
        }
        if (parent.height() < rules.adjustsEachBlockFrom()) {
            return OptionalLong.empty();
        }
        HeaderNode last = suitable(parent);
        HeaderNode first = suitable(parent.ancestor(WINDOW));
        return first == null || last == null
                ? OptionalLong.empty()
                : OptionalLong.of(Target.toBits(target(first, last)));
    }

    private BigInteger target(HeaderNode first, HeaderNode last) {
        long seconds = last.header().time() - first.header().time();
        long bounded = Math.max(SHORTEST, Math.min(LONGEST, seconds));
        BigInteger work =
                last.chainWork()
                        .subtract(first.chainWork())
                        .multiply(BigInteger.valueOf(SPACING_SECONDS))
                        .divide(BigInteger.valueOf(bounded));
        return Target.ofWork(work).min(rules.easiest());
    }

    /** Of a block and its two predecessors the one with the median time; null if one is missing. */
    private static HeaderNode suitable(HeaderNode node) {
        HeaderNode lowest = node == null ? null : node.ancestor(2);
        if (lowest == null) {
            return null;
        }
        HeaderNode[] three = {lowest, node.parent(), node};
        // A network of three comparators: equal times keep their order, which decides.
        swapIfLater(three, 0, 2);
        swapIfLater(three, 0, 1);
        swapIfLater(three, 1, 2);
        return three[1];
    }

    private static void swapIfLater(HeaderNode[] nodes, int left, int right) {
        if (nodes[left].header().time() > nodes[right].header().time()) {
            HeaderNode later = nodes[left];
            nodes[left] = nodes[right];
            nodes[right] = later;
        }
    }
}
