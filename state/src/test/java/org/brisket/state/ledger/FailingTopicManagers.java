package org.brisket.state.ledger;

import java.util.List;
import org.brisket.protocol.overlay.AdmittanceInstructions;
import org.brisket.protocol.overlay.TopicManager;
import org.brisket.protocol.overlay.TopicTransaction;

/** Plug-ins with bugs, and one that looks at what it is given. */
public final class FailingTopicManagers {
    private FailingTopicManagers() {}

    private abstract static class Named implements TopicManager {
        private final String topic;

        private Named(String topic) {
            this.topic = topic;
        }

        @Override
        public String topic() {
            return topic;
        }

        @Override
        public String documentation() {
            return "for tests";
        }
    }

    /** Throws on every transaction. */
    public static final class Throwing extends Named {
        public Throwing() {
            super("tm_throwing");
        }

        @Override
        public AdmittanceInstructions identifyAdmissibleOutputs(TopicTransaction transaction) {
            throw new UnsupportedOperationException("100% broken");
        }
    }

    /** Calls itself until the stack is full. */
    public static final class Recursing extends Named {
        public Recursing() {
            super("tm_recursing");
        }

        @Override
        public AdmittanceInstructions identifyAdmissibleOutputs(TopicTransaction transaction) {
            return identifyAdmissibleOutputs(transaction);
        }
    }

    /** Answers null. */
    public static final class Silent extends Named {
        public Silent() {
            super("tm_silent");
        }

        @Override
        public AdmittanceInstructions identifyAdmissibleOutputs(TopicTransaction transaction) {
            return null;
        }
    }

    /** Admits an output that the transaction does not have. */
    public static final class Greedy extends Named {
        public Greedy() {
            super("tm_greedy");
        }

        @Override
        public AdmittanceInstructions identifyAdmissibleOutputs(TopicTransaction transaction) {
            int outputs = transaction.extended().transaction().outputCount();
            return AdmittanceInstructions.admit(List.of(outputs));
        }
    }

    /** Retains a coin that is not spent here. */
    public static final class Hoarding extends Named {
        public Hoarding() {
            super("tm_hoarding");
        }

        @Override
        public AdmittanceInstructions identifyAdmissibleOutputs(TopicTransaction transaction) {
            return new AdmittanceInstructions(List.of(0), List.of(0));
        }
    }

    /** Admits nothing and retains its first previous coin. */
    public static final class Retaining extends Named {
        public Retaining() {
            super("tm_retaining");
        }

        @Override
        public AdmittanceInstructions identifyAdmissibleOutputs(TopicTransaction transaction) {
            List<Integer> coins = transaction.previousCoins();
            boolean offChain = !transaction.offChainValues().isEmpty();
            return new AdmittanceInstructions(
                    offChain ? List.of(0) : List.of(), coins.stream().limit(1).toList());
        }
    }
}
