package org.brisket.job.config.value;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A share of a whole, written {@code 95 %}.
 *
 * @param percent the share in hundredths, from 0 to 100
 */
public record Percentage(BigDecimal percent) implements Comparable<Percentage> {
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,3}(\\.\\d{1,6})?) ?%");
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    public Percentage {
        percent = percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros();
        if (percent.signum() < 0 || percent.compareTo(WHOLE) > 0) {
            throw new IllegalArgumentException("must be between 0 % and 100 %");
        }
    }

    /**
     * Reads a number followed by a percent sign.
     *
     * @throws IllegalArgumentException if the text is anything else or above 100 %
     */
    public static Percentage parse(String text) {
        Matcher amount = AMOUNT.matcher(text);
        if (!amount.matches()) {
            throw new IllegalArgumentException("must be a percentage such as 95 % or 0.5 %");
        }
        return new Percentage(new BigDecimal(amount.group(1)));
    }

    /** The share as a number from 0 to 1. */
    public double fraction() {
        return percent.movePointLeft(2).doubleValue();
    }

    @Override
    public int compareTo(Percentage other) {
        return percent.compareTo(other.percent);
    }

    @Override
    public String toString() {
        return percent.toPlainString() + " %";
    }
}
