package org.brisket.simulator.http;

import java.time.Duration;

/**
 * Which shares of all requests go wrong in which way, each 0 to 1 and together at most 1.
 *
 * @param failed answered with 503 without any effect
 * @param lost take effect, but the answer never arrives
 * @param aborted the connection is closed before anything happens
 * @param hanging never answered, the connection stays open
 * @param slow answered after {@code slowness}
 */
public record FaultMix(
        double failed,
        double lost,
        double aborted,
        double hanging,
        double slow,
        Duration slowness) {
    public static final FaultMix NONE = new FaultMix(0, 0, 0, 0, 0, Duration.ZERO);

    public FaultMix {
        double sum = failed + lost + aborted + hanging + slow;
        boolean negative = failed < 0 || lost < 0 || aborted < 0 || hanging < 0 || slow < 0;
        if (negative || !(sum <= 1 + 1e-9)) {
            throw new IllegalArgumentException(
                    "shares of requests that go wrong come to " + sum + ", must be 0 to 1");
        }
    }

    /** Only requests that are answered with 503. */
    public static FaultMix failing(double share) {
        return new FaultMix(share, 0, 0, 0, 0, Duration.ZERO);
    }

    /** Only answers that get lost. */
    public static FaultMix losing(double share) {
        return new FaultMix(0, share, 0, 0, 0, Duration.ZERO);
    }

    /** What happens to a request that drew a point, 0 (included) to 1. */
    Treatment at(double point) {
        double rest = point - failed;
        if (rest < 0) {
            return Treatment.failure(Treatment.UNAVAILABLE);
        }
        rest -= lost;
        if (rest < 0) {
            return Treatment.of(Treatment.Fate.LOSE_ANSWER);
        }
        rest -= aborted;
        if (rest < 0) {
            return Treatment.of(Treatment.Fate.ABORT);
        }
        rest -= hanging;
        if (rest < 0) {
            return Treatment.of(Treatment.Fate.HANG);
        }
        return rest < slow ? Treatment.ANSWER.after(slowness) : Treatment.ANSWER;
    }
}
