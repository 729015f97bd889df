package org.brisket.simulator.http;

/**
 * Which shares of callbacks, each 0 to 1, are lost, sent twice, sent so late that later ones
 * overtake them, and accompanied by a forged one.
 */
public record CallbackFaults(double lost, double duplicated, double reordered, double forged) {
    public static final CallbackFaults NONE = new CallbackFaults(0, 0, 0, 0);

    public CallbackFaults {
        for (double share : new double[] {lost, duplicated, reordered, forged}) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException(
                        "a share of callbacks is " + share + ", must be 0 to 1");
            }
        }
    }
}
