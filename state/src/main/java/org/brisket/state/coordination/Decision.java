package org.brisket.state.coordination;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.state.ledger.AncestorVerdict;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.submission.SubmissionTicket;

/**
 * One line of the commit log between the two phases: what was decided about a submission. It is
 * read back only once the checkpoint that holds it has completed.
 */
public sealed interface Decision {
    Txid txid();

    /**
     * Admitted in every ledger that said yes. The transactions are what to broadcast, in Extended
     * Format, parents first and the subject last; none if it is not to be broadcast. With them goes
     * every ancestor that is admitted alongside, by a decision of its own.
     */
    record Commit(
            SubmissionTicket ticket,
            List<LedgerVerdict> verdicts,
            List<Txid> alongside,
            List<byte[]> transactions)
            implements Decision {
        public Commit {
            verdicts = List.copyOf(verdicts);
            alongside = List.copyOf(alongside);
            transactions = List.copyOf(transactions);
        }

        @Override
        public Txid txid() {
            return ticket.txid();
        }
    }

    /**
     * Refused: by a verdict, or because a transaction that the subject stands on was undone. The
     * verdicts, those on ancestors too, also say which ledgers must undo what they applied.
     */
    record Abort(
            SubmissionTicket ticket,
            List<LedgerVerdict> verdicts,
            List<AncestorVerdict> ancestors,
            Optional<Txid> undoneParent,
            KafkaRecord source)
            implements Decision {
        public Abort {
            verdicts = List.copyOf(verdicts);
            ancestors = List.copyOf(ancestors);
        }

        @Override
        public Txid txid() {
            return ticket.txid();
        }
    }

    /** Submitted again after it was committed in the same ledgers: the first answer holds. */
    record Repeat(SubmissionTicket ticket, List<LedgerVerdict> verdicts) implements Decision {
        public Repeat {
            verdicts = List.copyOf(verdicts);
        }

        @Override
        public Txid txid() {
            return ticket.txid();
        }
    }

    /**
     * An unmined ancestor that a submission brought along, admitted with its subject in the ledgers
     * of these verdicts. The ticket is the submission's, for the ancestor.
     */
    record Ancestor(SubmissionTicket ticket, List<LedgerVerdict> verdicts) implements Decision {
        public Ancestor {
            verdicts = List.copyOf(verdicts);
        }

        @Override
        public Txid txid() {
            return ticket.txid();
        }
    }

    /** To be undone, because a transaction that it stands on was. */
    record Rollback(Txid txid, Txid cause) implements Decision {}

    /**
     * The endpoints are to be asked what became of a transaction. It decides nothing, but it takes
     * the same way, which no failure loses.
     *
     * @param transactions if there are any, they are posted again instead: Extended Format, parents
     *     first and the subject last
     */
    record Poll(Txid txid, List<byte[]> transactions) implements Decision {
        public Poll {
            transactions = List.copyOf(transactions);
        }
    }

    /** One case for each kind, so that a new kind breaks every reader at compile time. */
    interface Reader<R> {
        R commit(Commit decision);

        R abort(Abort decision);

        R repeat(Repeat decision);

        R rollback(Rollback decision);

        R ancestor(Ancestor decision);

        R poll(Poll decision);
    }

    default <R> R read(Reader<R> reader) {
        if (this instanceof Commit commit) {
            return reader.commit(commit);
        }
        if (this instanceof Abort abort) {
            return reader.abort(abort);
        }
        if (this instanceof Repeat repeat) {
            return reader.repeat(repeat);
        }
        if (this instanceof Ancestor ancestor) {
            return reader.ancestor(ancestor);
        }
        if (this instanceof Poll poll) {
            return reader.poll(poll);
        }
        return reader.rollback((Rollback) this);
    }
}
