package org.brisket.protocol.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LeafSortTest {
    /** Few distinct keys, so that most leaves are ordered by the slower comparison. */
    @Property(tries = 500)
    void sortsByKeyAndThenByTie(
            @ForAll @Size(max = 200) List<@IntRange(min = -500, max = 500) Integer> numbers) {
        int[] leaves = numbers.stream().mapToInt(Integer::intValue).toArray();

        int[] sorted = LeafSort.sort(leaves, leaf -> leaf >> 7, Integer::compare);

        assertThat(sorted).containsExactly(numbers.stream().mapToInt(i -> i).sorted().toArray());
    }

    @Property(tries = 20)
    void comparesLeavesOfOneKeyNoMoreThanAMergeNeeds(
            @ForAll @IntRange(min = 2, max = 20_000) int count) {
        int[] leaves = new int[count];
        // An odd factor scatters the leaves without repeating one.
        Arrays.setAll(leaves, i -> i * 0x9E3779B1);
        AtomicLong comparisons = new AtomicLong();

        LeafSort.sort(
                leaves,
                leaf -> 0,
                (leaf, other) -> {
                    comparisons.incrementAndGet();
                    return Integer.compare(leaf, other);
                });

        int rounds = 32 - Integer.numberOfLeadingZeros(count - 1);
        assertThat(comparisons.get()).isLessThan((long) count * rounds);
    }
}
