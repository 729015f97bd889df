package org.brisket.job.e2e.atomic;

import java.util.List;
import java.util.stream.IntStream;
import org.brisket.protocol.overlay.AdmittanceInstructions;
import org.brisket.protocol.overlay.TopicManager;
import org.brisket.protocol.overlay.TopicTransaction;

/** Topics that admit every output whose index has a certain bit, or has it not. */
public final class IndexTopics {
    private IndexTopics() {}

    private abstract static class ByBit implements TopicManager {
        private final String topic;
        private final int bit;
        private final int wanted;
        private final boolean retains;

        private ByBit(String topic, int bit, int wanted, boolean retains) {
            this.topic = topic;
            this.bit = bit;
            this.wanted = wanted;
            this.retains = retains;
        }

        @Override
        public String topic() {
            return topic;
        }

        @Override
        public AdmittanceInstructions identifyAdmissibleOutputs(TopicTransaction transaction) {
            int count = transaction.extended().transaction().outputCount();
            List<Integer> admitted =
                    IntStream.range(0, count)
                            .filter(output -> (output >> bit & 1) == wanted)
                            .boxed()
                            .toList();
            return new AdmittanceInstructions(
                    admitted, retains ? transaction.previousCoins() : List.of());
        }

        @Override
        public String documentation() {
            return "Admits outputs with bit %d of the index being %d.".formatted(bit, wanted);
        }
    }

    /** Indices 0, 2, 4 … */
    public static final class Even extends ByBit {
        public Even() {
            super("tm_even", 0, 0, false);
        }
    }

    /** Indices 1, 3, 5 … */
    public static final class Odd extends ByBit {
        public Odd() {
            super("tm_odd", 0, 1, false);
        }
    }

    /** Indices 0, 1, 4, 5 … */
    public static final class Low extends ByBit {
        public Low() {
            super("tm_low", 1, 0, false);
        }
    }

    /** Indices 2, 3, 6, 7 … */
    public static final class High extends ByBit {
        public High() {
            super("tm_high", 1, 1, false);
        }
    }

    /** As {@link Even}, and keeps what is spent as history. */
    public static final class EvenKept extends ByBit {
        public EvenKept() {
            super("tm_even_kept", 0, 0, true);
        }
    }

    /** As {@link High}, and keeps what is spent as history. */
    public static final class HighKept extends ByBit {
        public HighKept() {
            super("tm_high_kept", 1, 1, true);
        }
    }
}
