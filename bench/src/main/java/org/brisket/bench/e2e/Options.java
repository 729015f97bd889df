package org.brisket.bench.e2e;

import java.util.Arrays;
import java.util.List;

/**
 * What to measure.
 *
 * @param count of submissions at full load
 */
record Options(int count, List<Integer> parallelisms) {
    private static final int DEFAULT_COUNT = 40_000;
    private static final double WARM_SHARE = 0.75;
    private static final int MAX_PACED = 20_000;

    static Options of(String[] arguments) {
        List<Integer> numbers = Arrays.stream(arguments).map(Integer::parseInt).toList();
        List<Integer> parallelisms = numbers.subList(Math.min(1, numbers.size()), numbers.size());
        return new Options(
                numbers.isEmpty() ? DEFAULT_COUNT : numbers.get(0),
                parallelisms.isEmpty() ? List.of(1, 2) : parallelisms);
    }

    Slice firstSlice() {
        return new Slice(0, (int) (count * WARM_SHARE), count, Math.min(count, MAX_PACED));
    }

    /** All submissions of all runs. */
    int total() {
        return firstSlice().end() * parallelisms.size();
    }
}
