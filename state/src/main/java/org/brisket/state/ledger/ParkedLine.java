package org.brisket.state.ledger;

/**
 * The line of proposals that wait behind one transaction: their numbers, from the first to before
 * the next one, and about how many bytes they take together.
 */
public record ParkedLine(long first, long next, long bytes) {
    public static final ParkedLine EMPTY = new ParkedLine(0, 0, 0);

    public long size() {
        return next - first;
    }

    public boolean isEmpty() {
        return first == next;
    }

    ParkedLine withOneMore(long itsBytes) {
        return new ParkedLine(first, next + 1, bytes + itsBytes);
    }

    ParkedLine withoutFirst(long itsBytes) {
        return new ParkedLine(first + 1, next, bytes - itsBytes);
    }
}
