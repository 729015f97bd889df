package org.brisket.operators.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.brisket.protocol.chain.RootAnswer;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.hash.MerkleRoot;
import org.junit.jupiter.api.Test;

class PatientLookupsTest {
    private static final MerkleRoot ROOT = new MerkleRoot(1, 2, 3, 4);
    private static final RootQuery REACHED = new RootQuery(900_000, ROOT);
    private static final RootQuery ABOVE = new RootQuery(900_001, ROOT);
    private static final long LONG = 60_000;

    private static RootAnswer ask(FakeChainTracker tracker, long patience, RootQuery query) {
        return new PatientLookups(tracker, patience).ask(List.of(query)).join().get(0).answer();
    }

    @Test
    void asksAgainUntilThereIsAnAnswer() {
        FakeChainTracker tracker =
                FakeChainTracker.answering(
                        RootAnswer.UNKNOWN, RootAnswer.UNKNOWN, RootAnswer.FALSE);

        assertThat(ask(tracker, LONG, REACHED)).isEqualTo(RootAnswer.FALSE);
        assertThat(tracker.asked).hasSize(3);
    }

    @Test
    void endsWithUnknownWhenItsTimeIsUp() {
        FakeChainTracker tracker = FakeChainTracker.failing();

        assertThat(ask(tracker, 300, REACHED)).isEqualTo(RootAnswer.UNKNOWN);
        assertThat(tracker.asked).as("once, and once after 250 ms at most").hasSizeBetween(1, 2);
    }

    @Test
    void doesNotAskAgainForAHeightThatIsNotThereYet() {
        FakeChainTracker tracker = FakeChainTracker.answering(RootAnswer.UNKNOWN);

        assertThat(ask(tracker, LONG, ABOVE)).isEqualTo(RootAnswer.UNKNOWN);
        assertThat(tracker.asked).hasSize(1);
    }

    @Test
    void losesItsPatienceWhenItIsClosed() {
        FakeChainTracker tracker = FakeChainTracker.failing();
        PatientLookups lookups = new PatientLookups(tracker, LONG);
        var answer = lookups.ask(List.of(REACHED));
        lookups.close();

        assertThat(answer.join().get(0).answer()).isEqualTo(RootAnswer.UNKNOWN);
        assertThat(tracker.closed).isTrue();
    }

    @Test
    void hasNothingToAskForNoQuestions() {
        assertThat(new PatientLookups(FakeChainTracker.silent(), LONG).ask(List.of()).join())
                .isEmpty();
    }

    @Test
    void knowsTheHeightOrSaysThatItDoesNot() {
        FakeChainTracker knowing = FakeChainTracker.answering(RootAnswer.TRUE);

        assertThat(new PatientLookups(knowing, 0).height().join()).hasValue(900_000);
        assertThat(new PatientLookups(FakeChainTracker.withoutHeight(), 300).height().join())
                .isEqualTo(OptionalLong.empty());
    }
}
