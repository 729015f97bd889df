package org.brisket.job.local.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.brisket.job.local.summary.KnownTruth.Had;
import org.brisket.job.local.summary.NetworkTruth.Fate;
import org.brisket.job.local.traffic.Answers;
import org.brisket.job.local.traffic.Expectation;
import org.brisket.job.local.traffic.Records;
import org.brisket.job.local.traffic.SentSubmission;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.hash.Txid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkComparisonTest {
    private static final Txid TXID = new Txid(0, 0, 0, 1);

    private final Answers answers = new Answers();
    private final Records records = new Records();
    private final KnownTruth truth = new KnownTruth();

    @ParameterizedTest
    @CsvSource({
        "true, MINED, ACCEPTED, AGREES",
        "true, WAITING, ACCEPTED, AGREES",
        "true, REFUSED, ACCEPTED, WRONG",
        "true, CONTESTED, ACCEPTED, STILL_CONTESTED",
        "true, ORPHAN, TAKEN, WRONG",
        "true, UNKNOWN, TAKEN, WRONG",
        "true, UNKNOWN, REFUSED, WRONG",
        "true, REFUSED, REFUSED, WRONG",
        "false, REFUSED, REFUSED, AGREES",
        "false, UNKNOWN, REFUSED, AGREES",
        "false, ORPHAN, TAKEN, AGREES",
        "false, MINED, REFUSED, WRONG",
        "false, MINED, ACCEPTED, WRONG",
        "false, WAITING, ACCEPTED, WRONG",
    })
    void comparesOurWordWithTheNetworks(boolean stands, Fate fate, Had had, Agreement expected) {
        decide(stands);
        truth.set(TXID, fate, had);

        NetworkComparison comparison = new NetworkComparison(answers, records, truth);

        assertThat(comparison.check().ok()).isEqualTo(expected != Agreement.WRONG);
        assertThat(comparison.check().text())
                .contains(
                        "1 transactions, %d agree, 0 open, %d differ in known ways, %d wrong"
                                .formatted(
                                        expected == Agreement.AGREES ? 1 : 0,
                                        expected.isKnownGap() ? 1 : 0,
                                        expected == Agreement.WRONG ? 1 : 0));
        assertThat(comparison.differences()).hasSize(expected.isKnownGap() ? 1 : 0);
        assertThat(comparison.differences()).allMatch(line -> line.contains(expected.text()));
    }

    @Test
    void leavesOpenWhatWeHaveNotDecidedAndOutWhatWeRefused() {
        send("open");
        records.committed(List.of(TXID));
        answers.sent(sent("refused", new Txid(0, 0, 0, 2)));

        NetworkComparison comparison = new NetworkComparison(answers, records, truth);

        assertThat(comparison.check().text()).contains("1 transactions, 0 agree, 1 open");
        assertThat(comparison.differences())
                .containsExactly("  differ: 1 without our final word (" + TXID + " is UNKNOWN)");
    }

    @Test
    void knowsWhatWeSaidTheNetworkHasAfterItsRollback() {
        decide(false);
        records.incident(TXID.toString());
        truth.set(TXID, Fate.MINED, Had.REFUSED);

        NetworkComparison comparison = new NetworkComparison(answers, records, truth);

        assertThat(comparison.check().text()).contains("1 differ in known ways, 0 wrong");
        assertThat(comparison.isSettled()).isTrue();
    }

    @Test
    void isNotSettledWhileSomethingIsOpenOrWrong() {
        send("open");
        records.committed(List.of(TXID));
        assertThat(new NetworkComparison(answers, records, truth).isSettled()).isFalse();

        records.admitted(TXID.toString(), List.of("TOPIC/tm_any"));
        truth.set(TXID, Fate.REFUSED, Had.ACCEPTED);
        assertThat(new NetworkComparison(answers, records, truth).isSettled()).isFalse();
        truth.set(TXID, Fate.MINED, Had.ACCEPTED);
        assertThat(new NetworkComparison(answers, records, truth).isSettled()).isTrue();
    }

    private void decide(boolean stands) {
        send("one");
        records.committed(List.of(TXID));
        records.admitted(TXID.toString(), List.of("TOPIC/tm_any"));
        if (!stands) {
            records.rolledBack(TXID.toString(), "INVALID_SCRIPT");
        }
    }

    private void send(String id) {
        answers.sent(sent(id, TXID));
    }

    private static SentSubmission sent(String id, Txid txid) {
        return new SentSubmission(
                id, "VALID", Expectation.ADMITTED, Optional.of(txid), ByteSlice.of(new byte[1]), 0);
    }
}
