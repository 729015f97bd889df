package org.brisket.operators.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.broadcast.BroadcastOutcome;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.state.coordination.Decision;
import org.brisket.state.tracking.NetworkObservation;
import org.junit.jupiter.api.Test;

/** What a tracked transaction asks the endpoints, and what it makes of late answers. */
class TrackTransactionsAskingTest extends TrackTransactionsFixture {
    @Test
    void asksWhenItsTimerFiresAfterARestart() throws Exception {
        follow();
        answer(AnswerKind.UNKNOWN);
        restart();
        harness.setProcessingTime(99);
        assertThat(questions()).isEmpty();
        harness.setProcessingTime(100);

        assertThat(questions()).containsExactly(new Decision.Poll(TXID, List.of()));
    }

    @Test
    void postsWhatItKeptOverARestartAgain() throws Exception {
        follow();
        answer(AnswerKind.ACCEPTED);
        restart();
        hear(
                new NetworkObservation.Polled(
                        new BroadcastOutcome(
                                TXID,
                                List.of(
                                        new EndpointAnswer(
                                                "e", AnswerKind.ABSENT, "", 404, "", List.of())))));

        assertThat(questions()).hasSize(1);
        assertThat(((Decision.Poll) questions().get(0)).transactions())
                .containsExactly(new byte[] {7});
    }

    @Test
    void publishesThatABlockHoldsWhatWasRolledBack() throws Exception {
        follow();
        answer(AnswerKind.INVALID, AnswerKind.INVALID);
        harness.getOutput().clear();
        mined(800_000);
        mined(800_000);

        List<OutboundRecord> records = harness.extractOutputValues();
        assertThat(records).extracting(OutboundRecord::topic).containsExactly("rollbacks");
        assertThat(field(records.get(0), "incident")).isEqualTo("CONFLICT_ON_CHAIN");
        assertThat(field(records.get(0), "blockHeight")).isEqualTo("800000");
    }
}
