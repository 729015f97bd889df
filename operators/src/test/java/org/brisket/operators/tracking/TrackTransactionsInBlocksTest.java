package org.brisket.operators.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.state.coordination.Decision;
import org.brisket.state.ledger.LedgerOrder;
import org.junit.jupiter.api.Test;

/** What blocks, and blocks that go, do to a tracked transaction. */
class TrackTransactionsInBlocksTest extends TrackTransactionsFixture {
    @Test
    void finalizesAfterARestartWhenTheBlockIsDeepEnough() throws Exception {
        commit(1);
        tip(100, Optional.empty());
        mined(100);
        restart();
        tip(104, Optional.empty());
        harness.setProcessingTime(1_010);
        assertThat(orders()).doesNotContain(LedgerOrder.Kind.FINALIZE);

        tip(105, Optional.empty());
        assertThat(orders()).as("a block wakes nobody").doesNotContain(LedgerOrder.Kind.FINALIZE);
        harness.setProcessingTime(2_010);

        assertThat(orders()).containsExactly(LedgerOrder.Kind.FINALIZE, LedgerOrder.Kind.FINALIZE);
        assertThat(harness.numProcessingTimeTimers()).isZero();
    }

    @Test
    void knowsTheTipAfterARestart() throws Exception {
        commit(1);
        tip(105, Optional.empty());
        mined(100);
        restart();
        harness.setProcessingTime(1_010);

        assertThat(orders()).containsExactly(LedgerOrder.Kind.FINALIZE, LedgerOrder.Kind.FINALIZE);
    }

    @Test
    void takesAConfirmationBackWithItsBlock() throws Exception {
        commit(1);
        tip(100, Optional.empty());
        mined(100);
        restart();
        tip(101, Optional.of(101L));
        assertThat(phase()).as("its block stands").isEqualTo("confirmed");

        tip(106, Optional.of(100L));
        assertThat(phase()).isEqualTo("accepted");
        harness.setProcessingTime(5_000);
        assertThat(phase()).as("no timer makes it final").isEqualTo("accepted");

        mined(101);
        assertThat(phase()).isEqualTo("confirmed");
        harness.setProcessingTime(7_000);
        assertThat(phase()).isEqualTo("final");
    }

    @Test
    void asksAtOnceAboutWhatLostItsBlock() throws Exception {
        follow();
        tip(100, Optional.empty(), List.of(ROOT));
        mined(100);
        tip(101, Optional.of(100L), List.of(OTHER, OTHER));

        assertThat(questions()).containsExactly(new Decision.Poll(TXID, List.of()));
        assertThat(phase()).isEqualTo("accepted");
    }

    @Test
    void keepsWhatTheNewBranchHoldsToo() throws Exception {
        follow();
        tip(100, Optional.empty(), List.of(ROOT));
        mined(100);
        restart();
        tip(101, Optional.of(100L), List.of(ROOT, OTHER));

        assertThat(phase()).isEqualTo("confirmed");
    }

    @Test
    void believesNoProofOfABlockThatIsNotInTheChainAfterARestart() throws Exception {
        follow();
        answer(AnswerKind.ACCEPTED);
        tip(101, Optional.empty(), List.of(OTHER, OTHER));
        restart();
        mined(100);

        assertThat(phase()).isEqualTo("accepted");
    }

    @Test
    void remembersTheRootsOfTheNewestBlocksOnly() throws Exception {
        follow();
        answer(AnswerKind.ACCEPTED);
        tip(100, Optional.empty(), List.of(OTHER));
        tip(112, Optional.empty(), Collections.nCopies(12, OTHER));
        mined(100);
        assertThat(phase()).as("twelve blocks deep").isEqualTo("accepted");
        tip(113, Optional.empty(), List.of(OTHER));
        mined(100);

        assertThat(phase()).isEqualTo("confirmed");
    }
}
