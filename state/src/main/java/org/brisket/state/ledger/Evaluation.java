package org.brisket.state.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.verdict.Rejection;

/**
 * What one ledger makes of one proposal, without changing anything. The unmined ancestors that the
 * ledger does not hold come first, parents before children, each as if it had been submitted before
 * the subject: so the order in which the transactions of a chain arrive does not matter. An
 * ancestor of which the ledger takes nothing is passed over; one that conflicts takes the subject
 * down.
 */
final class Evaluation {
    private static final byte[] NO_VALUES = {};

    /** What to do with the proposal. */
    sealed interface Outcome {
        record Refused(Rejection rejection) implements Outcome {}

        /** Until a transaction is decided; a contender wants one of its coins. */
        record Waits(Txid behind, boolean contends) implements Outcome {}

        /**
         * These transactions apply, in this order; the subject is the last. It shares the fate of
         * those that it joins: they are undecided, and it stands on them.
         */
        record Takes(Map<Txid, Application> joined, List<Taken> transactions) implements Outcome {}
    }

    /** A transaction that applies, with the live coins that it spends. */
    record Taken(Txid txid, LedgerRules.Answer answer, List<Outpoint> spentCoins) {}

    private final String ledger;
    private final LedgerRules rules;
    private final LedgerStore store;
    private final Proposal proposal;
    private final List<Taken> taken = new ArrayList<>();

    /** The coins as the taken transactions leave them, where they touch them. */
    private final Map<Outpoint, Coin> touched = new HashMap<>();

    /** Undecided transactions that the subject stands on, parents first. */
    private final Set<Txid> joined = new LinkedHashSet<>();

    private Optional<Outcome> end = Optional.empty();

    private Evaluation(String ledger, LedgerRules rules, LedgerStore store, Proposal proposal) {
        this.ledger = ledger;
        this.rules = rules;
        this.store = store;
        this.proposal = proposal;
    }

    static Outcome of(String ledger, LedgerRules rules, LedgerStore store, Proposal proposal) {
        Evaluation evaluation = new Evaluation(ledger, rules, store, proposal);
        for (byte[] ancestor : proposal.ancestors()) {
            evaluation.ancestor(ExtendedTransaction.ofVerified(ancestor));
            if (evaluation.end.isPresent()) {
                return evaluation.end.get();
            }
        }
        return evaluation.subject(ExtendedTransaction.ofVerified(proposal.extendedTransaction()));
    }

    private void ancestor(ExtendedTransaction extended) {
        Txid txid = extended.transaction().txid();
        Optional<Application> held = store.application(txid).filter(a -> !a.isParked());
        if (held.isPresent()) {
            join(txid, held.get());
            return;
        }
        List<Integer> previousCoins = previousCoins(extended.transaction());
        if (end.isPresent()) {
            return;
        }
        LedgerRules.Answer answer = rules.evaluate(ledger, extended, previousCoins, NO_VALUES);
        boolean takesSome = answer.rejection().isEmpty() && !answer.instructions().isEmpty();
        if (takesSome && isBounded(answer)) {
            take(extended.transaction(), answer, previousCoins);
        }
    }

    private Outcome subject(ExtendedTransaction extended) {
        List<Integer> previousCoins = previousCoins(extended.transaction());
        if (end.isPresent()) {
            return end.get();
        }
        LedgerRules.Answer answer =
                rules.evaluate(ledger, extended, previousCoins, proposal.offChainValues());
        if (answer.rejection().isPresent()) {
            return new Outcome.Refused(answer.rejection().get());
        }
        if (!isBounded(answer)) {
            return end.orElseThrow();
        }
        if (proposal.ticket().isAlone() && answer.instructions().isEmpty()) {
            return new Outcome.Refused(Refusals.changesNothing(ledger));
        }
        take(extended.transaction(), answer, previousCoins);
        return takes(Undecided.among(joined, store));
    }

    /** Whoever waits for a coin waits for every claim; none may come to it that goes before. */
    private Outcome takes(Map<Txid, Application> undecided) {
        if (!proposal.ticket().eachDecides()) {
            for (Map.Entry<Txid, Application> each : undecided.entrySet()) {
                if (each.getValue().isContendedByAnyAfter(proposal.ticket().txid())) {
                    return new Outcome.Waits(each.getKey(), false);
                }
            }
        }
        return new Outcome.Takes(undecided, List.copyOf(taken));
    }

    /** Refuses what would take more than one step may do, also when it is undone. */
    private boolean isBounded(LedgerRules.Answer answer) {
        int coins = answer.instructions().coins();
        if (coins > Instructions.MAX_COINS) {
            refuse(Refusals.tooMany(ledger, coins));
        }
        return coins <= Instructions.MAX_COINS;
    }

    private void take(
            Transaction transaction, LedgerRules.Answer answer, List<Integer> previousCoins) {
        Txid txid = transaction.txid();
        List<Outpoint> spent = previousCoins.stream().map(transaction::previousOutput).toList();
        taken.add(new Taken(txid, answer, spent));
        spent.forEach(
                outpoint -> touched.put(outpoint, coin(outpoint).orElseThrow().spentBy(txid)));
        for (int output : answer.instructions().outputsToAdmit()) {
            touched.put(new Outpoint(txid, output), Coin.unspent(false));
        }
    }

    private Optional<Coin> coin(Outpoint outpoint) {
        Coin coin = touched.get(outpoint);
        return coin != null ? Optional.of(coin) : store.coin(outpoint);
    }

    /** The inputs that spend live coins; incomplete once the evaluation has come to its end. */
    private List<Integer> previousCoins(Transaction transaction) {
        List<Integer> previousCoins = new ArrayList<>();
        for (int input = 0; input < transaction.inputCount() && end.isEmpty(); input++) {
            Outpoint outpoint = transaction.previousOutput(input);
            Optional<Coin> coin = coin(outpoint);
            coin.ifPresentOrElse(c -> look(outpoint, c), () -> lookForMaker(outpoint));
            if (coin.isPresent()) {
                previousCoins.add(input);
            }
        }
        return previousCoins;
    }

    private void look(Outpoint outpoint, Coin coin) {
        if (coin.spender().isPresent()) {
            contend(outpoint, coin.spender().get());
        } else if (coin.pending() && !touched.containsKey(outpoint)) {
            join(outpoint.txid(), store.application(outpoint.txid()).orElseThrow());
        }
    }

    private void join(Txid parent, Application held) {
        if (held.isCondemned()) {
            refuse(Refusals.standsOnCondemned(parent));
        } else if (!held.isCommitted()) {
            joined.add(parent);
        }
    }

    private void lookForMaker(Outpoint outpoint) {
        Optional<Application> maker = store.application(outpoint.txid());
        if (maker.isPresent() && maker.get().isParked()) {
            waitForParked(outpoint.txid(), maker.get());
        } else if (maker.isPresent() && maker.get().admitted(outpoint.index())) {
            // It was here and went, which happens once its spender is final.
            refuse(Refusals.spent(outpoint, spenderOf(outpoint, maker.get())));
        }
    }

    private static Txid spenderOf(Outpoint outpoint, Application maker) {
        return maker.spenderOf(outpoint.index())
                .orElseThrow(() -> new IllegalStateException(outpoint + " went without a spender"));
    }

    private void waitForParked(Txid maker, Application parked) {
        if (parked.goesAfter(proposal.ticket().txid())) {
            wait(maker, true);
        } else {
            refuse(Refusals.behind(maker));
        }
    }

    /** The spender of a coin keeps it for good, or gives way, or is about to be undone anyway. */
    private void contend(Outpoint outpoint, Txid spender) {
        Optional<Application> holder = store.application(spender);
        if (holder.isEmpty() || holder.get().isCommitted()) {
            refuse(Refusals.spent(outpoint, spender));
        } else if (holder.get().claims().isEmpty()) {
            wait(spender, false);
        } else if (holder.get().goesAfter(proposal.ticket().txid())) {
            wait(spender, true);
        } else {
            refuse(Refusals.contested(outpoint, spender));
        }
    }

    private void wait(Txid behind, boolean contends) {
        end = Optional.of(new Outcome.Waits(behind, contends));
    }

    private void refuse(Rejection rejection) {
        end = Optional.of(new Outcome.Refused(rejection));
    }
}
