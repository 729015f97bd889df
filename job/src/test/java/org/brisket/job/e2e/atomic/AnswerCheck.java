package org.brisket.job.e2e.atomic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether a plan got the answers that it has to get. */
final class AnswerCheck {
    private final Map<String, Answer> answers;
    private final List<String> wrong = new ArrayList<>();

    private AnswerCheck(Map<String, Answer> answers) {
        this.answers = answers;
    }

    /** Of two rivals one is admitted, and the other one is told of it; all others are admitted. */
    static void assertRight(List<Planned> submitted, Map<String, Answer> answers) {
        AnswerCheck check = new AnswerCheck(answers);
        Map<Integer, List<Planned>> pairs = new HashMap<>();
        for (Planned planned : submitted) {
            if (planned.hasRival()) {
                pairs.computeIfAbsent(planned.pair(), any -> new ArrayList<>()).add(planned);
            } else if (!check.isAdmitted(planned)) {
                check.wrong.add(check.describe(planned));
            }
        }
        pairs.values().forEach(pair -> check.pair(pair.get(0), pair.get(1)));
        assertThat(check.wrong.stream().limit(20)).as(check.wrong.size() + " wrong").isEmpty();
    }

    private boolean isAdmitted(Planned planned) {
        return answers.get(planned.id()).admitted();
    }

    private void pair(Planned one, Planned two) {
        boolean right =
                isAdmitted(one) != isAdmitted(two)
                        && (isAdmitted(one) ? isToldOf(two, one) : isToldOf(one, two));
        if (!right) {
            wrong.add(describe(one) + ", rival " + describe(two));
        }
    }

    private boolean isToldOf(Planned loser, Planned winner) {
        Answer no = answers.get(loser.id());
        return no.reasons().contains("COIN_ALREADY_SPENT")
                && no.text().contains("is spent by " + winner.id());
    }

    private String describe(Planned planned) {
        return planned.id() + " in " + planned.ledgers() + ": " + answers.get(planned.id());
    }
}
