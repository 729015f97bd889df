package org.brisket.state.tracking;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.state.ledger.LedgerVerdict;

/** The fields of a {@link TrackedTransaction} while one or two of them are changed. */
final class TrackedTransactionDraft {
    Phase phase;
    List<LedgerVerdict> ledgers;
    List<EndpointAnswer> answers;
    long blockHeight;
    long deadline;
    boolean published;
    Optional<Rejection> rolledBackFor;
    int awaitedAnswers;
    Optional<MerkleRoot> blockRoot;
    Polling polling;
    LateNews lateNews;

    TrackedTransactionDraft(TrackedTransaction from) {
        phase = from.phase();
        ledgers = from.ledgers();
        answers = from.answers();
        blockHeight = from.blockHeight();
        deadline = from.deadline();
        published = from.published();
        rolledBackFor = from.rolledBackFor();
        awaitedAnswers = from.awaitedAnswers();
        blockRoot = from.blockRoot();
        polling = from.polling();
        lateNews = from.lateNews();
    }

    TrackedTransaction finish() {
        return new TrackedTransaction(
                phase,
                ledgers,
                answers,
                blockHeight,
                deadline,
                published,
                rolledBackFor,
                awaitedAnswers,
                blockRoot,
                polling,
                lateNews);
    }
}
