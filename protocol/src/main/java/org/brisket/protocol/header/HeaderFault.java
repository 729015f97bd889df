package org.brisket.protocol.header;

/** Why a header can be on no chain. */
public enum HeaderFault {
    /** The compact bits are negative, zero or easier than the network's limit. */
    TARGET_OUT_OF_RANGE,
    /** The hash is above the target. */
    PROOF_OF_WORK,
    /** Not later than the median of the eleven blocks before. */
    TIME_TOO_EARLY,
    /** More than two hours ahead of the clock. */
    TIME_TOO_LATE,
    /** Another target than the blocks before ask for. */
    DIFFICULTY,
    /** Another hash than the checkpoint of its height, or the first block of another chain. */
    CHECKPOINT,
    /** Its parent is below what is remembered: the branch is too old to win. */
    TOO_OLD,
    /** As many headers of losing branches are kept as may be. */
    TOO_MANY_BRANCHES
}
