package org.brisket.state.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.overlay.BasketManagers;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.state.ledger.Application;
import org.brisket.state.ledger.BasketLedgerRules;
import org.brisket.state.ledger.Ledger;
import org.brisket.state.ledger.LedgerMessage;
import org.brisket.state.ledger.LedgerOrder;
import org.brisket.state.ledger.LedgerPosition;
import org.brisket.state.ledger.LedgerRules;
import org.brisket.state.ledger.LedgerRulesByKind;
import org.brisket.state.ledger.LedgerStore;
import org.brisket.state.ledger.Proposal;
import org.brisket.state.ledger.TopicLedgerRules;

/** Takes the steps of ledgers and checks each of them. */
final class LedgerSteps {
    private final Mutator mutator;
    private final LedgerRules rules;
    private final Map<Txid, Transaction> transactions;

    LedgerSteps(Mutator mutator, Map<Txid, Transaction> transactions) {
        this.transactions = transactions;
        this.mutator = mutator;
        this.rules =
                mutator.around(
                        new LedgerRulesByKind(
                                new TopicLedgerRules(
                                        topic -> Optional.of(SimulatedTopicManager.of(topic))),
                                new BasketLedgerRules(
                                        BasketManagers.of(List.of(mutator.basketManager())))));
    }

    List<LedgerMessage> propose(Proposal proposal, SimulatedLedgerStore store) {
        Optional<Application> held = store.application(proposal.ticket().txid());
        LedgerPosition before = store.position();
        RehearsalStore rehearsal = new RehearsalStore(store);
        List<LedgerMessage> expected = proposeTo(rehearsal, proposal);
        List<LedgerMessage> messages = proposeTo(store, proposal);
        LedgerChecks.sameAnswer(expected, rehearsal.position(), messages, store.position());
        held.filter(application -> application.status() != Application.Status.PARKED)
                .ifPresent(
                        application -> checkRepeat(proposal, application, before, messages, store));
        store.checkConservation();
        return messages;
    }

    private static void checkRepeat(
            Proposal proposal,
            Application held,
            LedgerPosition before,
            List<LedgerMessage> messages,
            SimulatedLedgerStore store) {
        Txid txid = proposal.ticket().txid();
        LedgerChecks.notAppliedAgain(held, store.application(txid), txid);
        if (held.isCommitted() && held.undecided().isEmpty()) {
            LedgerChecks.harmlessRepeat(held, before, messages, store);
        }
    }

    private List<LedgerMessage> proposeTo(LedgerStore store, Proposal proposal) {
        List<LedgerMessage> messages = new ArrayList<>();
        ledger(proposal.ledger(), mutator.around(store), messages).propose(proposal);
        return messages;
    }

    List<LedgerMessage> order(LedgerOrder order, SimulatedLedgerStore store) {
        UndoCheck undone = UndoCheck.before(order, store);
        FinalCheck finished = FinalCheck.before(order, store);
        List<LedgerMessage> messages = new ArrayList<>();
        ledger(order.ledger(), store, messages).order(order);
        undone.after(messages);
        finished.after(transactions.get(order.txid()));
        store.checkConservation();
        return messages;
    }

    private Ledger ledger(String id, LedgerStore store, List<LedgerMessage> messages) {
        return new Ledger(
                id,
                rules,
                store,
                message -> {
                    if (!mutator.loses(message)) {
                        messages.add(message);
                    }
                });
    }
}
