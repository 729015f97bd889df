package org.brisket.simulator.network;

/** The statuses of a transaction in ARC's API, with the numbers that order them. */
public enum ArcStatus {
    UNKNOWN(0),
    QUEUED(10),
    RECEIVED(20),
    STORED(30),
    ANNOUNCED_TO_NETWORK(40),
    REQUESTED_BY_NETWORK(50),
    SENT_TO_NETWORK(60),
    ACCEPTED_BY_NETWORK(70),
    SEEN_IN_ORPHAN_MEMPOOL(80),
    SEEN_ON_NETWORK(90),
    DOUBLE_SPEND_ATTEMPTED(100),
    REJECTED(110),
    MINED_IN_STALE_BLOCK(115),
    MINED(120);

    private final int number;

    ArcStatus(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
