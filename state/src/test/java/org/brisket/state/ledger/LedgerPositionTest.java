package org.brisket.state.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.state.ExampleTransactions.funding;
import static org.brisket.state.ExampleTransactions.output;
import static org.brisket.state.ExampleTransactions.spending;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.state.submission.SubmissionTicket;
import org.junit.jupiter.api.Test;

/** The sequence number and the digest of a ledger. */
class LedgerPositionTest {
    private final ExampleLedger ledger = new ExampleLedger();
    private final Transaction parent = funding(1, 2);
    private final Transaction child = spending(1, output(parent, 0));

    private static LiveDigest digest(Outpoint... coins) {
        LiveDigest sum = LiveDigest.EMPTY;
        for (Outpoint coin : coins) {
            sum = sum.plus(LiveDigest.of(ExampleLedger.ID, coin));
        }
        return sum;
    }

    private LedgerPosition position() {
        return ledger.store.position();
    }

    @Test
    void hashesACoinAsTheDecisionNoteSays() throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update("TOPIC:tm_any".getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
        sha256.update(parent.txid().toInternal());
        sha256.update(new byte[] {0, 0, 1, 2, 1});

        assertThat(LiveDigest.of("TOPIC:tm_any", new Outpoint(parent.txid(), 258)))
                .hasToString(Hex.encode(sha256.digest()));
    }

    @Test
    void countsAppliedTransactionsAndDigestsTheirLiveCoins() {
        ledger.submit(parent);
        assertThat(ledger.verdict().position())
                .isEqualTo(new LedgerPosition(1, digest(output(parent, 0), output(parent, 1))));

        ledger.submit(child);
        LedgerPosition second = new LedgerPosition(2, digest(output(child, 0), output(parent, 1)));
        assertThat(ledger.verdict().position()).isEqualTo(second);
        assertThat(position()).isEqualTo(second);
    }

    @Test
    void doesNotDependOnTheOrderOfCoins() {
        assertThat(digest(output(parent, 1), output(child, 0)))
                .isEqualTo(digest(output(child, 0), output(parent, 1)))
                .isNotEqualTo(digest(output(parent, 1)));
    }

    @Test
    void countsARollbackAndReturnsToTheFormerDigest() {
        ledger.submit(parent);
        LiveDigest before = position().digest();
        ledger.submit(child);
        ledger.rollback(child);

        assertThat(position()).isEqualTo(new LedgerPosition(3, before));
    }

    @Test
    void countsAProvisionalApplicationAndItsAbort() {
        SubmissionTicket ticket = ledger.submitTogether(parent);
        assertThat(ledger.verdict().position().sequence()).isEqualTo(1);
        ledger.abort(ticket);

        assertThat(position()).isEqualTo(new LedgerPosition(2, LiveDigest.EMPTY));
    }

    @Test
    void movesNeitherWithACommitNorWithARepeatOrARefusal() {
        SubmissionTicket ticket = ledger.submitTogether(parent);
        LedgerPosition first = ledger.verdict().position();
        ledger.commit(ticket);
        ledger.submit(parent);
        assertThat(ledger.verdict().position()).isEqualTo(first);
        ledger.submit(child);
        LedgerPosition second = ledger.verdict().position();
        ledger.submit(spending(3, output(parent, 0)));

        assertThat(ledger.verdict().position()).isEqualTo(LedgerPosition.START);
        assertThat(position()).isEqualTo(second);
    }

    @Test
    void answersARepeatWithThePositionOfTheFirstTime() {
        ledger.submit(parent);
        LedgerPosition first = ledger.verdict().position();
        ledger.submit(child);
        ledger.taken();
        ledger.submit(parent);

        assertThat(ledger.verdict().position()).isEqualTo(first);
    }
}
