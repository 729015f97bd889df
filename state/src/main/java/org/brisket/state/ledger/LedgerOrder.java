package org.brisket.state.ledger;

import org.brisket.protocol.hash.Txid;

/**
 * What the decided outcome of a transaction asks of one ledger. An order for a transaction that the
 * ledger does not hold changes nothing. The submission is the ticket's key; it is empty for what
 * concerns them all: a rollback of a tracked transaction, or a commit in spite of an objection. The
 * sequence is the ledger's number of the application that was decided; 0 if it does not matter.
 */
public record LedgerOrder(String ledger, Kind kind, Txid txid, String submission, long sequence) {
    /** An order about the transaction, whichever change applied it. */
    public LedgerOrder(String ledger, Kind kind, Txid txid, String submission) {
        this(ledger, kind, txid, submission, 0);
    }

    /** True if the order is about the transaction and not about one submission of it. */
    boolean concernsAll() {
        return submission.isEmpty();
    }

    /** What to do. The code is stored and never changes. */
    public enum Kind {
        /** The submission was committed in every ledger that it names. */
        COMMIT(1),
        /** The submission was aborted; another one may still stand behind the transaction. */
        ABORT(2),
        /** The transaction is undone whatever stands behind it. */
        ROLLBACK(3),
        /**
         * Like a commit, after an earlier rollback: some ledger may have said yes before it heard
         * of that. One that does not hold the transaction must object, and so must one that applied
         * it again since: it may have spent other coins than it said.
         */
        VERIFY(4),
        /**
         * The block that holds the transaction is too deep to be undone: what only served to undo
         * it can go.
         */
        FINALIZE(5);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        public static Kind of(int code) {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new IllegalStateException("ledger order of unknown kind " + code);
        }
    }
}
