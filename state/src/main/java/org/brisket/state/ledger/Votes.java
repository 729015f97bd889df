package org.brisket.state.ledger;

import java.util.List;
import java.util.function.Consumer;
import org.brisket.protocol.verdict.Rejection;

/** What a ledger answers to proposals. */
final class Votes {
    private final String ledger;
    private final Consumer<LedgerMessage> messages;

    Votes(String ledger, Consumer<LedgerMessage> messages) {
        this.ledger = ledger;
        this.messages = messages;
    }

    void first(Proposal proposal, Application applied, List<AncestorVerdict> ancestors) {
        vote(proposal, LedgerVerdict.firstYes(ledger, applied), ancestors);
    }

    void again(Proposal proposal, Application held, List<AncestorVerdict> ancestors) {
        vote(proposal, LedgerVerdict.yes(ledger, held), ancestors);
    }

    void refuse(Proposal proposal, Rejection rejection) {
        vote(proposal, LedgerVerdict.no(ledger, rejection), List.of());
    }

    private void vote(Proposal proposal, LedgerVerdict verdict, List<AncestorVerdict> ancestors) {
        boolean first = proposal.source().isPresent();
        byte[] extended = first ? proposal.extendedTransaction() : new byte[0];
        messages.accept(
                new LedgerMessage.Vote(
                        proposal.ticket(),
                        verdict,
                        ancestors,
                        extended,
                        proposal.payload(),
                        proposal.voters()));
    }
}
