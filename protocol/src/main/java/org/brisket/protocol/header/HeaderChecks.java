package org.brisket.protocol.header;

import java.math.BigInteger;
import java.util.Optional;
import org.brisket.protocol.hash.BlockHash;

/** What a network asks of a header, alone and in its place; empty where nothing is wrong. */
final class HeaderChecks {
    private static final long MAX_SECONDS_AHEAD = 2 * 60 * 60;

    private final HeaderRules rules;
    private final Difficulty difficulty;

    HeaderChecks(HeaderRules rules) {
        this.rules = rules;
        this.difficulty = new Difficulty(rules);
    }

    /** What a header can be asked for alone, without the chain that it claims to be on. */
    static Optional<HeaderOutcome.Refused> work(
            HeaderRules rules, BlockHeader header, BlockHash hash) {
        BigInteger target = Target.fromBits(header.bits());
        if (target.signum() <= 0 || target.compareTo(rules.easiest()) > 0) {
            return refused(HeaderFault.TARGET_OUT_OF_RANGE, "bits %08x".formatted(header.bits()));
        }
        return Target.isReachedBy(hash, target)
                ? Optional.empty()
                : refused(HeaderFault.PROOF_OF_WORK, hash + " is above " + target.toString(16));
    }

    /** What the headers below ask for. */
    Optional<HeaderOutcome.Refused> place(
            BlockHeader header, BlockHash hash, HeaderNode parent, long nowSeconds) {
        long median = parent.medianTimePast();
        if (parent.hasWholeMedian() && header.time() <= median) {
            return refused(HeaderFault.TIME_TOO_EARLY, header.time() + ", median " + median);
        }
        if (header.time() > nowSeconds + MAX_SECONDS_AHEAD) {
            return refused(HeaderFault.TIME_TOO_LATE, header.time() + ", now " + nowSeconds);
        }
        long height = parent.height() + 1;
        BlockHash checkpoint = rules.checkpoints().getOrDefault(height, hash);
        if (!checkpoint.equals(hash) || rules.forbidden().contains(hash)) {
            return refused(HeaderFault.CHECKPOINT, hash + " at height " + height);
        }
        String problem = difficulty.problem(header, parent);
        return problem.isEmpty() ? Optional.empty() : refused(HeaderFault.DIFFICULTY, problem);
    }

    static Optional<HeaderOutcome.Refused> refused(HeaderFault fault, String detail) {
        return Optional.of(new HeaderOutcome.Refused(fault, detail));
    }
}
