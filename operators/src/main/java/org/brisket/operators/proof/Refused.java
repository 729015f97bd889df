package org.brisket.operators.proof;

import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;

/** The refusals of submissions whose roots are not known to be on the chain. */
final class Refused {
    private Refused() {}

    static Rejection notOnTheChain(RootQuery query) {
        return Rejection.of(
                RejectionReason.INVALID_MERKLE_ROOT,
                "the block at height %d does not have merkle root %s",
                query.height(),
                query.root());
    }

    static Rejection aboveTheTip(RootQuery query, long tip) {
        return Rejection.of(
                RejectionReason.CHAIN_TRACKER_UNAVAILABLE,
                "height %d is above the tip, which is at %d",
                query.height(),
                tip);
    }

    static Rejection unknown(RootQuery query) {
        return Rejection.of(
                RejectionReason.CHAIN_TRACKER_UNAVAILABLE,
                "no quorum of chain trackers knows the merkle root at height %d",
                query.height());
    }

    static Rejection unavailable(String detail) {
        return new Rejection(RejectionReason.CHAIN_TRACKER_UNAVAILABLE, detail);
    }
}
