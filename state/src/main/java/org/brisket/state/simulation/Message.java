package org.brisket.state.simulation;

import org.brisket.protocol.hash.Txid;
import org.brisket.state.coordination.Decision;
import org.brisket.state.ledger.LedgerMessage;
import org.brisket.state.ledger.LedgerOrder;
import org.brisket.state.ledger.Proposal;
import org.brisket.state.tracking.NetworkObservation;

/** What is under way between two steps of the job; all immutable, so that a checkpoint holds it. */
sealed interface Message {
    Txid txid();

    /** To a ledger. */
    record Proposed(Proposal proposal) implements Message {
        @Override
        public Txid txid() {
            return proposal.ticket().txid();
        }
    }

    /** To a coordinator. */
    record Voted(LedgerMessage message) implements Message {
        @Override
        public Txid txid() {
            return message.txid();
        }
    }

    /** To a tracker, once it is committed. */
    record Decided(Decision decision) implements Message {
        @Override
        public Txid txid() {
            return decision.txid();
        }
    }

    /** To the network. */
    record Posted(Txid txid) implements Message {}

    /** To the network: a question, or a transaction again. */
    record Asked(Decision.Poll poll) implements Message {
        @Override
        public Txid txid() {
            return poll.txid();
        }
    }

    /** To a tracker. */
    record Heard(NetworkObservation observation) implements Message {
        @Override
        public Txid txid() {
            return observation.txid();
        }
    }

    /** To a ledger. */
    record Ordered(LedgerOrder order) implements Message {
        @Override
        public Txid txid() {
            return order.txid();
        }
    }
}
