package org.brisket.job.local.summary;

/** How our final word on a transaction and the network's go together. */
enum Agreement {
    /** Both have it, or neither. */
    AGREES("agree"),
    /** We gave no final word. */
    OPEN("without our final word"),
    ORPHANED(
            "without our final word, and orphans on the network because it refuses a parent:"
                    + " nobody asks again yet, and the parent is not rolled back"),
    REFUSED_LATER(
            "admitted, and refused by the network after it had accepted them:"
                    + " refusals after acceptance are not followed yet"),
    STILL_CONTESTED(
            "admitted, and contested or orphans on the network: they are not asked about again yet"),
    TAKEN_BUT_LOST(
            "admitted on the word of an endpoint that handed nothing on:"
                    + " one acceptance suffices, and nobody asks again yet"),
    ACCEPTED_LATER(
            "rolled back, and accepted by the network although it or an endpoint had refused them"
                    + " or a parent: a rollback is not taken back yet"),
    /** Nothing explains it. */
    WRONG("wrong");

    private final String text;

    Agreement(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** True for differences that the tracker, as it is, cannot but have. */
    boolean isKnownGap() {
        return switch (this) {
            case AGREES, OPEN, WRONG -> false;
            case ORPHANED, REFUSED_LATER, STILL_CONTESTED, TAKEN_BUT_LOST, ACCEPTED_LATER -> true;
        };
    }
}
