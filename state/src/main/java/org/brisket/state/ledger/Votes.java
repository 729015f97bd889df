package org.brisket.state.ledger;

import java.util.function.Consumer;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;

/** What a ledger answers to proposals. */
final class Votes {
    private final String ledger;
    private final Consumer<LedgerMessage> messages;

    Votes(String ledger, Consumer<LedgerMessage> messages) {
        this.ledger = ledger;
        this.messages = messages;
    }

    void first(Proposal proposal, Application applied) {
        vote(proposal, LedgerVerdict.firstYes(ledger, applied));
    }

    void again(Proposal proposal, Application held) {
        vote(proposal, LedgerVerdict.yes(ledger, held));
    }

    void refuse(Proposal proposal, Rejection rejection) {
        vote(proposal, LedgerVerdict.no(ledger, rejection));
    }

    void refuseCondemned(Proposal proposal) {
        refuse(
                proposal,
                Rejection.of(
                        RejectionReason.PARENT_ROLLED_BACK,
                        "%s is about to be undone, because it stands on what was",
                        proposal.ticket().txid()));
    }

    void refuseSpent(Proposal proposal, Outpoint coin, Txid spender) {
        refuse(
                proposal,
                Rejection.of(
                        RejectionReason.COIN_ALREADY_SPENT, "%s is spent by %s", coin, spender));
    }

    void refuseTooMany(Proposal proposal, int coins) {
        refuse(
                proposal,
                Rejection.of(
                        RejectionReason.TOO_MANY_COINS,
                        "the transaction admits and spends %d coins of %s, of at most %d",
                        coins,
                        ledger,
                        Instructions.MAX_COINS));
    }

    void refuseBehind(Proposal proposal, Txid parent) {
        refuse(
                proposal,
                Rejection.of(
                        RejectionReason.PARENT_UNDECIDED,
                        "%s is undecided, and as much as may already waits for it",
                        parent));
    }

    private void vote(Proposal proposal, LedgerVerdict verdict) {
        boolean first = proposal.payload().isPresent();
        byte[] extended = first ? proposal.extendedTransaction() : new byte[0];
        messages.accept(
                new LedgerMessage.Vote(proposal.ticket(), verdict, extended, proposal.payload()));
    }
}
