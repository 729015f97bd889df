package org.brisket.state.tracking;

import java.util.List;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.broadcast.EndpointAnswer;

/**
 * What endpoints' answers prove. One acceptance suffices. A verdict on the bytes counts when two
 * endpoints give it; anything less that says no makes a suspect, never a rollback.
 */
final class Evidence {
    private static final int ENDPOINTS_FOR_A_VERDICT = 2;

    private Evidence() {}

    static NetworkEvent of(List<EndpointAnswer> answers) {
        if (count(answers, AnswerKind.ACCEPTED) > 0) {
            return NetworkEvent.ACCEPTED;
        }
        if (count(answers, AnswerKind.CONTESTED) > 0) {
            return NetworkEvent.CONTESTED;
        }
        if (count(answers, AnswerKind.INVALID) >= ENDPOINTS_FOR_A_VERDICT) {
            return NetworkEvent.INVALID;
        }
        boolean allRefuse =
                !answers.isEmpty() && answers.stream().allMatch(a -> a.kind().isRefusal());
        return allRefuse ? NetworkEvent.REFUSED : NetworkEvent.PENDING;
    }

    /** What it proves that all endpoints were asked and gave these statuses. */
    static NetworkEvent ofStatuses(List<EndpointAnswer> statuses) {
        if (count(statuses, AnswerKind.CONTESTED) > 0) {
            return NetworkEvent.CONTESTED;
        }
        if (count(statuses, AnswerKind.ACCEPTED) > 0) {
            return NetworkEvent.HELD;
        }
        if (isOutdone(statuses)) {
            return NetworkEvent.OUTDONE;
        }
        boolean refused = statuses.stream().anyMatch(status -> status.kind().isRefusal());
        boolean denied =
                statuses.stream()
                        .allMatch(s -> s.kind().isRefusal() || s.kind() == AnswerKind.ABSENT);
        return refused && denied ? NetworkEvent.REFUSED : NetworkEvent.PENDING;
    }

    private static boolean isOutdone(List<EndpointAnswer> statuses) {
        return statuses.size() >= ENDPOINTS_FOR_A_VERDICT
                && statuses.stream()
                        .allMatch(s -> s.kind().isRefusal() && !s.competing().isEmpty());
    }

    /** True if every endpoint was reached and none has it where it could be mined. */
    static boolean isNowhere(List<EndpointAnswer> statuses) {
        return !statuses.isEmpty()
                && statuses.stream()
                        .map(EndpointAnswer::kind)
                        .allMatch(
                                k ->
                                        k.isRefusal()
                                                || k == AnswerKind.ABSENT
                                                || k == AnswerKind.ORPHAN);
    }

    /** True if every endpoint was reached and none knows it. */
    static boolean isForgotten(List<EndpointAnswer> statuses) {
        return !statuses.isEmpty() && count(statuses, AnswerKind.ABSENT) == statuses.size();
    }

    /** True if it may help an endpoint to be sent the transaction, with its ancestors, again. */
    static boolean isMissed(List<EndpointAnswer> statuses) {
        return count(statuses, AnswerKind.ABSENT) + count(statuses, AnswerKind.ORPHAN) > 0;
    }

    /** True if an endpoint says more than that it does not know. */
    static boolean saysAnything(List<EndpointAnswer> statuses) {
        return count(statuses, AnswerKind.ABSENT) + count(statuses, AnswerKind.UNKNOWN)
                < statuses.size();
    }

    private static long count(List<EndpointAnswer> answers, AnswerKind kind) {
        return answers.stream().filter(answer -> answer.kind() == kind).count();
    }
}
