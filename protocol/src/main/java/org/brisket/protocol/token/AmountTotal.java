package org.brisket.protocol.token;

/**
 * A sum of amounts that never wraps around: once it is beyond 64 bits it stays the largest, and
 * {@link #isExact()} says so. Amounts are above zero.
 */
public final class AmountTotal {
    private long value;
    private boolean exact = true;

    public void add(long amount) {
        if (amount < 1) {
            throw new IllegalStateException("an amount of " + amount);
        }
        exact = exact && amount <= Long.MAX_VALUE - value;
        value = exact ? Math.addExact(value, amount) : Long.MAX_VALUE;
    }

    /** The sum, or {@link Long#MAX_VALUE} when it is not exact. */
    public long value() {
        return value;
    }

    public boolean isExact() {
        return exact;
    }
}
