package org.brisket.protocol.script;

/**
 * The block heights from which the Genesis and the Chronicle rules hold on a network. The values of
 * the public networks are those of the node's chain parameters.
 */
public record ActivationHeights(long genesis, long chronicle) {
    public static final ActivationHeights MAIN = new ActivationHeights(620_538, 943_816);
    public static final ActivationHeights TEST = new ActivationHeights(1_344_302, 1_713_168);
    public static final ActivationHeights SCALING_TEST = new ActivationHeights(100, 250);
    public static final ActivationHeights REGRESSION_TEST = new ActivationHeights(10_000, 15_000);

    /** All rules from the first block on; for simulated chains. */
    public static final ActivationHeights ALWAYS = new ActivationHeights(0, 0);

    public OutputEra eraAt(long height) {
        if (height >= chronicle) {
            return OutputEra.POST_CHRONICLE;
        }
        return height >= genesis ? OutputEra.POST_GENESIS : OutputEra.PRE_GENESIS;
    }
}
