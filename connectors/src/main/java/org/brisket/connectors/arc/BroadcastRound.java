package org.brisket.connectors.arc;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.broadcast.EndpointAnswer;

/** The answers of all endpoints to one request, gathered until there are enough. */
final class BroadcastRound {
    /** What a new answer changes. */
    enum Progress {
        WAITING,
        ENOUGH_ACCEPTED,
        COMPLETE
    }

    private final List<String> endpoints;
    private final int requiredAcceptances;
    private final EndpointAnswer[] answers;
    private final CompletableFuture<List<EndpointAnswer>> outcome = new CompletableFuture<>();
    private int answered;
    private int accepted;

    BroadcastRound(List<String> endpoints, int requiredAcceptances) {
        this.endpoints = endpoints;
        this.requiredAcceptances = requiredAcceptances;
        this.answers = new EndpointAnswer[endpoints.size()];
    }

    CompletableFuture<List<EndpointAnswer>> outcome() {
        return outcome;
    }

    Progress report(int endpoint, EndpointAnswer answer) {
        Progress progress = record(endpoint, answer);
        if (progress == Progress.COMPLETE) {
            finish();
        }
        return progress;
    }

    private synchronized Progress record(int endpoint, EndpointAnswer answer) {
        answers[endpoint] = answer;
        answered++;
        boolean acceptance = answer.kind() == AnswerKind.ACCEPTED;
        accepted += acceptance ? 1 : 0;
        if (answered == answers.length) {
            return Progress.COMPLETE;
        }
        return acceptance && accepted == requiredAcceptances
                ? Progress.ENOUGH_ACCEPTED
                : Progress.WAITING;
    }

    /** Ends the round with what is there; later answers are not waited for. */
    void finish() {
        outcome.complete(gathered());
    }

    private synchronized List<EndpointAnswer> gathered() {
        List<EndpointAnswer> gathered = new ArrayList<>();
        for (int i = 0; i < answers.length; i++) {
            gathered.add(
                    answers[i] != null
                            ? answers[i]
                            : ArcAnswers.unknown(endpoints.get(i), 0, "no answer yet"));
        }
        return gathered;
    }
}
