package org.brisket.state.simulation;

/** Ends a simulation at the event that broke a guarantee. */
final class GuaranteeViolatedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Guarantee guarantee;

    GuaranteeViolatedException(Guarantee guarantee, String detail) {
        super(detail);
        this.guarantee = guarantee;
    }

    Guarantee guarantee() {
        return guarantee;
    }

    static void require(boolean holds, Guarantee guarantee, String detail, Object about) {
        if (!holds) {
            throw new GuaranteeViolatedException(guarantee, detail + ": " + about);
        }
    }
}
