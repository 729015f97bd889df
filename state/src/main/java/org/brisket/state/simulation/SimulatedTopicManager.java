package org.brisket.state.simulation;

import java.util.List;
import java.util.stream.IntStream;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.overlay.AdmittanceInstructions;
import org.brisket.protocol.overlay.TopicManager;
import org.brisket.protocol.overlay.TopicTransaction;
import org.brisket.protocol.transaction.Transaction;

/**
 * A topic whose rules cost nothing: each bit of an output's one-byte script stands for a topic that
 * admits the output, and each low bit of the lock time for one that retains spent coins.
 */
record SimulatedTopicManager(int number) implements TopicManager {
    static final int TOPICS = 8;
    private static final String PREFIX = "tm_";

    static SimulatedTopicManager of(String topic) {
        return new SimulatedTopicManager(Integer.parseInt(topic.substring(PREFIX.length())));
    }

    @Override
    public String topic() {
        return PREFIX + number;
    }

    @Override
    public AdmittanceInstructions identifyAdmissibleOutputs(TopicTransaction subject) {
        Transaction transaction = subject.extended().transaction();
        List<Integer> retained = retains(transaction) ? subject.previousCoins() : List.of();
        return new AdmittanceInstructions(admitted(transaction), retained);
    }

    List<Integer> admitted(Transaction transaction) {
        return IntStream.range(0, transaction.outputCount())
                .filter(output -> isNamed(transaction.lockingScript(output)))
                .boxed()
                .toList();
    }

    private boolean isNamed(ByteSlice script) {
        return (script.array()[script.offset()] >> number & 1) != 0;
    }

    private boolean retains(Transaction transaction) {
        return (transaction.lockTime() >> number & 1) != 0;
    }

    @Override
    public String documentation() {
        return "Admits what names it.";
    }
}
