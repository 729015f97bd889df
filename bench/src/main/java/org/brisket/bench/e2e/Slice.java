package org.brisket.bench.e2e;

/**
 * The submissions of one run, by number: those that warm it up, those that are measured and those
 * that are sent at half of the rate that came out.
 */
record Slice(int first, int warm, int measured, int paced) {
    int measuredFrom() {
        return first + warm;
    }

    int pacedFrom() {
        return measuredFrom() + measured;
    }

    int end() {
        return pacedFrom() + paced;
    }

    Slice next() {
        return new Slice(end(), warm, measured, paced);
    }

    Slice withoutPaced() {
        return new Slice(first, warm, measured, 0);
    }
}
