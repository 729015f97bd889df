package org.brisket.bench.attack;

import java.util.Map;
import java.util.Optional;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefGraph;
import org.brisket.protocol.beef.BeefLimits;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.limit.LimitExceededException;
import org.brisket.protocol.limit.Limits;
import org.brisket.protocol.script.ActivationHeights;
import org.brisket.protocol.spv.ChainTip;
import org.brisket.protocol.spv.RequiredRoots;
import org.brisket.protocol.spv.SpvLimits;
import org.brisket.protocol.spv.SpvVerdict;
import org.brisket.protocol.spv.SpvVerifier;
import org.brisket.protocol.spv.VerifiedTransactions;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;

/**
 * The whole way of a submission through the protocol, with headers given beforehand: parse, roots,
 * verify. Remembers nothing from one BEEF to the next.
 */
public final class Judge {
    /** Above all heights of the corpus. */
    static final ChainTip TIP = new ChainTip(2_000_000, 1_800_000_000);

    private final BeefLimits beefLimits;
    private final SpvVerifier verifier;

    public Judge(Limits limits) {
        this.beefLimits = new BeefLimits(limits);
        this.verifier =
                new SpvVerifier(new SpvLimits(limits), ActivationHeights.ALWAYS, Secp256k1.best());
    }

    public Judgement judge(byte[] bytes, Map<Long, MerkleRoot> headers) {
        try {
            BeefGraph graph = Beef.parse(bytes, beefLimits).graph();
            RequiredRoots roots = verifier.requiredRoots(graph);
            if (roots instanceof RequiredRoots.Rejected rejected) {
                return refused(rejected.rejection());
            }
            return verify(graph, (RequiredRoots.Roots) roots, headers);
        } catch (MalformedException e) {
            return refused(LimitExceededException.rejectionOf(e));
        }
    }

    private Judgement verify(
            BeefGraph graph, RequiredRoots.Roots roots, Map<Long, MerkleRoot> headers) {
        Optional<RootQuery> unknown =
                roots.queries().stream()
                        .filter(query -> !query.root().equals(headers.get(query.height())))
                        .findFirst();
        if (unknown.isPresent()) {
            return refused(
                    new Rejection(RejectionReason.INVALID_MERKLE_ROOT, unknown.get().toString()));
        }
        SpvVerdict verdict = verifier.verify(graph, TIP, VerifiedTransactions.NONE);
        if (verdict instanceof SpvVerdict.Accepted accepted) {
            return new Judgement(Judgement.ACCEPTED, "", accepted.cost());
        }
        return refused(((SpvVerdict.Rejected) verdict).rejection());
    }

    private static Judgement refused(Rejection rejection) {
        return new Judgement(rejection.reason().name(), rejection.detail(), 0);
    }
}
