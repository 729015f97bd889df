package org.brisket.state.tracking;

/** How far a decided transaction got. The code is stored and never changes. */
public enum Phase {
    /** Committed; nothing has been heard from the network. */
    DECIDED(1, "decided"),
    /** Handed to the network without a verdict. */
    IN_FLIGHT(2, "in-flight"),
    /** At least one endpoint accepted it, or no broadcast was asked for. */
    ACCEPTED(3, "accepted"),
    /** A block holds it. */
    CONFIRMED(4, "confirmed"),
    /** Deep enough in the chain never to come back. */
    FINAL(5, "final"),
    /** A competing transaction exists; either may be mined. */
    CONTESTED(6, "contested"),
    /** Refused, without the evidence that a rollback needs. */
    SUSPECT(7, "suspect"),
    /** Undone. */
    ROLLED_BACK(8, "rolled-back");

    private final int code;
    private final String text;

    Phase(int code, String text) {
        this.code = code;
        this.text = text;
    }

    public int code() {
        return code;
    }

    /** The public word for the phase. */
    public String text() {
        return text;
    }

    /** True once the transaction counts as admitted. */
    public boolean isAdmitted() {
        return this == ACCEPTED || this == CONFIRMED || this == FINAL;
    }

    /** True once a block holds the transaction. */
    boolean isMined() {
        return this == CONFIRMED || this == FINAL;
    }

    public static Phase of(int code) {
        for (Phase phase : values()) {
            if (phase.code == code) {
                return phase;
            }
        }
        throw new IllegalStateException("transaction in unknown phase " + code);
    }
}
