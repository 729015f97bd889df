package org.brisket.simulator.scenario;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a step runs: once so many transactions were posted (repeats and endpoints each count), the
 * chain has grown by so many blocks, or so much time has passed, since the step before it ran.
 */
public record Trigger(long posts, long blocks, Duration time) {
    static final String EXPECTED = "must be like 500 posts, 3 blocks or 20 s";
    private static final Pattern COUNT = Pattern.compile("(\\d{1,9}) (posts?|blocks?)");

    /** At once. */
    public static final Trigger NOW = new Trigger(0, 0, Duration.ZERO);

    /** What had happened at some moment. */
    record Moment(long posts, long height, Duration elapsed) {}

    static Optional<Trigger> parse(String text) {
        Matcher count = COUNT.matcher(text);
        if (!count.matches()) {
            return SpanText.parse(text).map(time -> new Trigger(0, 0, time));
        }
        long number = Long.parseLong(count.group(1));
        return Optional.of(
                count.group(2).startsWith("post")
                        ? new Trigger(number, 0, Duration.ZERO)
                        : new Trigger(0, number, Duration.ZERO));
    }

    boolean isDue(Moment since, Moment now) {
        return now.posts() - since.posts() >= posts
                && now.height() - since.height() >= blocks
                && now.elapsed().minus(since.elapsed()).compareTo(time) >= 0;
    }

    /** {@code after 500 posts}. */
    @Override
    public String toString() {
        if (posts > 0) {
            return "after " + posts + " posts";
        }
        if (blocks > 0) {
            return "after " + blocks + " blocks";
        }
        return time.isZero() ? "at once" : "after " + SpanText.format(time);
    }
}
