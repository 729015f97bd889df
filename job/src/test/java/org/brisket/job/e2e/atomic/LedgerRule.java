package org.brisket.job.e2e.atomic;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What each ledger takes of a transaction of the plan, said once more in the plainest way. */
final class LedgerRule {
    static final String HELLO = "tm_hello";

    private static final Map<String, IntPredicate> BY_INDEX =
            Map.of(
                    "tm_any", output -> true,
                    "tm_even", output -> output % 2 == 0,
                    "tm_odd", output -> output % 2 == 1,
                    "tm_low", output -> output % 4 < 2,
                    "tm_high", output -> output % 4 >= 2,
                    "tm_even_kept", output -> output % 2 == 0,
                    "tm_high_kept", output -> output % 4 >= 2);

    /** The topics that take some output of every transaction, ascending. */
    static final List<String> BLIND = BY_INDEX.keySet().stream().sorted().toList();

    private LedgerRule() {}

    static Set<Integer> outputs(String ledger, Made made) {
        if (ledger.startsWith("BASKET:")) {
            return made.basketOutputs().getOrDefault(ledger, Set.of());
        }
        String topic = ledger.substring("TOPIC:".length());
        if (topic.equals(HELLO)) {
            return made.greets() ? Set.of(0) : Set.of();
        }
        return IntStream.rangeClosed(0, made.last())
                .filter(BY_INDEX.get(topic))
                .boxed()
                .collect(Collectors.toSet());
    }
}
