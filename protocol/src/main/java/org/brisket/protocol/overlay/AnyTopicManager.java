package org.brisket.protocol.overlay;

import java.util.stream.IntStream;

/** {@code tm_any}: admits every output and retains nothing. */
public final class AnyTopicManager implements TopicManager {
    @Override
    public String topic() {
        return "tm_any";
    }

    @Override
    public AdmittanceInstructions identifyAdmissibleOutputs(TopicTransaction transaction) {
        int count = transaction.extended().transaction().outputCount();
        return AdmittanceInstructions.admit(IntStream.range(0, count).boxed().toList());
    }

    @Override
    public String documentation() {
        return "Admits every output of every valid transaction.";
    }
}
