package org.brisket.job.local.summary;

/** How our final word on a transaction and the network's go together. */
enum Agreement {
    /** Both have it, or neither. */
    AGREES("agree"),
    /** We gave no final word. */
    OPEN("without our final word"),
    STILL_CONTESTED("admitted, and contested on the network, which has not decided"),
    TOLD(
            "rolled back, and on the network after all: an incident record says so, and another"
                    + " submission brings them back"),
    /** Nothing explains it. */
    WRONG("wrong");

    private final String text;

    Agreement(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** True for differences that are not our mistake. */
    boolean isKnownGap() {
        return switch (this) {
            case AGREES, OPEN, WRONG -> false;
            case STILL_CONTESTED, TOLD -> true;
        };
    }
}
