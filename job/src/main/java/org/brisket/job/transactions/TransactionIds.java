package org.brisket.job.transactions;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which transactional ids a job's sink uses: Flink appends the number of the subtask and a counter
 * to the prefix. The prefix alone would also match those of a job called alike.
 */
public record TransactionIds(String prefix) implements Predicate<String> {
    @Override
    public boolean test(String transactionalId) {
        return Pattern.matches(Pattern.quote(prefix) + "-\\d+-\\d+", transactionalId);
    }
}
