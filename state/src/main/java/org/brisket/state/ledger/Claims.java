package org.brisket.state.ledger;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.state.submission.SubmissionTicket;

/**
 * The submissions that wait for what a ledger has applied. One that stands on undecided
 * transactions claims them too, so that they stay if it is committed.
 */
final class Claims {
    private final String ledger;
    private final LedgerStore store;
    private final Orders orders;

    Claims(String ledger, LedgerStore store, Orders orders) {
        this.ledger = ledger;
        this.store = store;
        this.orders = orders;
    }

    /** A further submission of an undecided subject; the undecided it stands on are returned. */
    List<AncestorVerdict> join(Proposal proposal, Application subject) {
        SubmissionTicket ticket = proposal.ticket();
        Map<Txid, Application> undecided = Undecided.among(standsOn(proposal, subject), store);
        List<AncestorVerdict> ancestors = join(ticket, undecided);
        if (ticket.isAlone()) {
            orders.confirm(ticket.txid(), subject.asCommitted());
        } else {
            claim(ticket, ticket.txid(), subject);
        }
        return ancestors;
    }

    private static Set<Txid> standsOn(Proposal proposal, Application subject) {
        Set<Txid> parents = new LinkedHashSet<>();
        for (byte[] ancestor : proposal.ancestors()) {
            parents.add(ExtendedTransaction.ofVerified(ancestor).transaction().txid());
        }
        subject.spentCoins().forEach(coin -> parents.add(coin.txid()));
        return parents;
    }

    /** Claims undecided transactions, and gives them back with what the ledger said to them. */
    List<AncestorVerdict> join(SubmissionTicket ticket, Map<Txid, Application> undecided) {
        List<AncestorVerdict> ancestors = new ArrayList<>();
        undecided.forEach(
                (txid, held) -> {
                    claim(ticket, txid, held);
                    ancestors.add(new AncestorVerdict(txid, LedgerVerdict.yes(ledger, held)));
                });
        return ancestors;
    }

    private void claim(SubmissionTicket ticket, Txid txid, Application held) {
        Application claimed = held.claimedBy(Claim.of(ticket));
        if (ticket.eachDecides() && !held.isCommitted()) {
            orders.confirm(txid, claimed.asApplied());
        } else {
            store.putApplication(txid, claimed);
        }
    }

    /** Notes that a subject waits for a coin of an undecided transaction. */
    void contend(Txid holder, Txid subject) {
        store.application(holder)
                .ifPresent(held -> store.putApplication(holder, held.contendedBy(subject)));
    }
}
