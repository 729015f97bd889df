package org.brisket.operators.output;

import java.io.Serializable;
import java.util.List;

/** The names of the topics that the job writes to, the decisions loop included. */
public record OutputTopics(
        String results,
        String admissions,
        String rollbacks,
        String rejections,
        String decisions,
        String answers,
        String transactions)
        implements Serializable {
    public List<String> all() {
        return List.of(
                results, admissions, rollbacks, rejections, decisions, answers, transactions);
    }
}
