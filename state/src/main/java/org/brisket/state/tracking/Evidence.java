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

    private static long count(List<EndpointAnswer> answers, AnswerKind kind) {
        return answers.stream().filter(answer -> answer.kind() == kind).count();
    }
}
