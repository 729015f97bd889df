package org.brisket.protocol.beef;

import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Transaction;

/** One transaction of a BEEF: proven by a merkle path, unproven, or known by its txid alone. */
public sealed interface BeefEntry {
    Txid txid();

    /** The transaction itself; absent when only its txid is given. */
    Optional<Transaction> transaction();

    /** Which of the BEEF's merkle paths proves the transaction, if one does. */
    Optional<Integer> bumpIndex();

    /** A mined transaction with the index of its merkle path. */
    record Proven(Transaction content, int bump) implements BeefEntry {
        @Override
        public Txid txid() {
            return content.txid();
        }

        @Override
        public Optional<Transaction> transaction() {
            return Optional.of(content);
        }

        @Override
        public Optional<Integer> bumpIndex() {
            return Optional.of(bump);
        }
    }

    /** A transaction that stands on its inputs' transactions. */
    record Unproven(Transaction content) implements BeefEntry {
        @Override
        public Txid txid() {
            return content.txid();
        }

        @Override
        public Optional<Transaction> transaction() {
            return Optional.of(content);
        }

        @Override
        public Optional<Integer> bumpIndex() {
            return Optional.empty();
        }
    }

    /** A transaction that the receiver is assumed to hold (V2 only); it proves nothing. */
    record TxidOnly(Txid txid) implements BeefEntry {
        @Override
        public Optional<Transaction> transaction() {
            return Optional.empty();
        }

        @Override
        public Optional<Integer> bumpIndex() {
            return Optional.empty();
        }
    }
}
