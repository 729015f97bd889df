package org.brisket.state.simulation;

import static org.brisket.state.simulation.GuaranteeViolatedException.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.overlay.BasketManagers;
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
import org.brisket.state.ledger.StepBudget;
import org.brisket.state.ledger.TopicLedgerRules;

/** Takes the steps of ledgers and checks each of them. */
final class LedgerSteps {
    /** So small that hardly a backlog is worked off in one step. */
    private static final StepBudget BUDGET = new StepBudget(1, 2);

    private static final Runnable NOBODY = () -> {};

    private final Mutator mutator;
    private final LedgerRules rules;
    private final Consumer<String> wakeUps;

    /**
     * @param wakeUps gets the ledgers that ask to be called again
     */
    LedgerSteps(Mutator mutator, Consumer<String> wakeUps) {
        this.mutator = mutator;
        this.wakeUps = wakeUps;
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
        List<LedgerMessage> expected = proposeTo(rehearsal, proposal, NOBODY);
        List<LedgerMessage> messages = proposeTo(store, proposal, wakeUp(proposal.ledger()));
        store.checkSpends();
        LedgerChecks.sameAnswer(expected, rehearsal.position(), messages, store.position());
        held.filter(application -> application.status() != Application.Status.PARKED)
                .ifPresent(
                        application -> checkRepeat(proposal, application, before, messages, store));
        checkVotes(messages);
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
        if (held.isCommitted() && held.claims().isEmpty()) {
            LedgerChecks.harmlessRepeat(held, before, messages, store);
        }
    }

    private List<LedgerMessage> proposeTo(LedgerStore store, Proposal proposal, Runnable wakeUp) {
        List<LedgerMessage> messages = new ArrayList<>();
        ledger(proposal.ledger(), mutator.around(store), messages, wakeUp).propose(proposal);
        return messages;
    }

    /** G8: one proposal is answered, and as many more as one step may take from the backlog. */
    private static void checkVotes(List<LedgerMessage> messages) {
        long votes = messages.stream().filter(LedgerMessage.Vote.class::isInstance).count();
        require(
                votes <= 1 + BUDGET.proposals(),
                Guarantee.G8,
                "more votes in one step than it may give",
                votes);
    }

    List<LedgerMessage> order(LedgerOrder order, SimulatedLedgerStore store) {
        UndoCheck undone = UndoCheck.before(order, store);
        List<LedgerMessage> messages = new ArrayList<>();
        ledger(order.ledger(), store, messages, wakeUp(order.ledger())).order(order);
        store.checkSpends();
        undone.after(messages);
        checkVotes(messages);
        store.checkConservation();
        return messages;
    }

    List<LedgerMessage> goOn(String id, SimulatedLedgerStore store) {
        int coins = store.coinCount();
        List<LedgerMessage> messages = new ArrayList<>();
        ledger(id, store, messages, wakeUp(id)).goOn();
        store.checkSpends();
        store.checkConservation();
        checkVotes(messages);
        store.checkConservation();
        require(
                coins - store.coinCount() <= BUDGET.coins(),
                Guarantee.G8,
                "forgot more coins in one step than it may",
                id);
        return messages;
    }

    private Runnable wakeUp(String id) {
        return () -> {
            if (!mutator.losesWakeUp(id)) {
                wakeUps.accept(id);
            }
        };
    }

    private Ledger ledger(
            String id, LedgerStore store, List<LedgerMessage> messages, Runnable wakeUp) {
        return new Ledger(
                id,
                rules,
                store,
                message -> {
                    if (!mutator.loses(message)) {
                        messages.add(message);
                    }
                },
                mutator.around(BUDGET),
                wakeUp);
    }
}
