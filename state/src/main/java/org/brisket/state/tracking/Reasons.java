package org.brisket.state.tracking;

import java.util.List;
import java.util.stream.Collectors;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.coordination.Decision;

/** Why a transaction is undone or a submission refused, in public words. */
final class Reasons {
    private Reasons() {}

    static Rejection parentUndone(Txid cause) {
        return Rejection.of(
                RejectionReason.PARENT_ROLLED_BACK, "it stands on %s, which was undone", cause);
    }

    /** A ledger that does not hold the transaction any more names the transaction itself. */
    static Rejection of(Decision.Rollback rollback) {
        return rollback.cause().equals(rollback.txid())
                ? Rejection.of(
                        RejectionReason.PARENT_ROLLED_BACK,
                        "%s was rolled back while this submission was decided",
                        rollback.txid())
                : parentUndone(rollback.cause());
    }

    static Rejection refusedByNetwork(List<EndpointAnswer> answers) {
        String said =
                answers.stream()
                        .map(a -> a.endpoint() + ": " + a.code() + " " + a.detail())
                        .collect(Collectors.joining("; "));
        return new Rejection(RejectionReason.REFUSED_BY_NETWORK, said);
    }

    /**
     * The undone parent if there is one, else the first refusal in the order of the ledgers; if
     * none of them refuses, none of them is changed.
     */
    static Rejection of(Decision.Abort abort) {
        return abort.undoneParent()
                .map(Reasons::parentUndone)
                .or(
                        () ->
                                abort.verdicts().stream()
                                        .flatMap(verdict -> verdict.rejection().stream())
                                        .findFirst())
                .orElseGet(() -> nothingChanges(abort));
    }

    private static Rejection nothingChanges(Decision.Abort abort) {
        if (!abort.verdicts().stream().allMatch(vote -> vote.instructions().isEmpty())) {
            throw new IllegalStateException("abort without reason: " + abort);
        }
        return new Rejection(
                RejectionReason.NOTHING_TO_ADMIT,
                "no topic takes anything of it, and none of its baskets changes");
    }
}
