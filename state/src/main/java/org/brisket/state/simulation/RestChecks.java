package org.brisket.state.simulation;

import static org.brisket.state.simulation.GuaranteeViolatedException.require;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.state.ledger.Application;
import org.brisket.state.tracking.Phase;

/** What must hold once nothing moves any more. */
final class RestChecks {
    private RestChecks() {}

    static void check(
            JobState state,
            Published published,
            int submissions,
            Map<Txid, Transaction> transactions) {
        state.ledgers.forEach(RestChecks::checkBacklog);
        checkAnswers(state, published, submissions);
        state.ledgers
                .values()
                .forEach(store -> store.applications().forEach(RestChecks::checkSettled));
        SequentialOracle oracle = new SequentialOracle(transactions);
        oracle.read(published.changes);
        state.ledgers.forEach((id, store) -> checkLedger(id, store, oracle));
        state.ledgers.values().forEach(store -> checkSpends(store, state));
        state.ledgers.values().forEach(store -> checkHistory(store, transactions));
        state.ledgers.forEach(RestChecks::checkSequences);
        state.ledgers.forEach((id, store) -> new IndexCheck(id, store).check());
    }

    /** What was sent, and refused after it had been accepted, does not stand here. */
    static void checkNetwork(JobState state, SimulatedNetwork network) {
        state.trackers.forEach(
                (txid, store) ->
                        require(
                                store.transaction()
                                        .filter(t -> t.phase() == Phase.ACCEPTED)
                                        .filter(t -> t.polling().wanted())
                                        .filter(t -> network.refuses(txid))
                                        .isEmpty(),
                                Guarantee.G5,
                                "stands though the network refuses it",
                                txid));
    }

    private static void checkAnswers(JobState state, Published published, int submissions) {
        for (long offset = 0; offset < submissions; offset++) {
            require(published.answered.contains(offset), Guarantee.G1, "no result", "s" + offset);
        }
        require(!state.hasOpenBallots(), Guarantee.G1, "ballots are open", "at rest");
        state.trackers.forEach(
                (txid, store) ->
                        require(store.waitingCount() == 0, Guarantee.G1, "submissions wait", txid));
    }

    private static void checkBacklog(String id, SimulatedLedgerStore store) {
        require(!store.hasBacklog(), Guarantee.G1, "put something off and never did it", id);
        require(store.hasAllInLine(), Guarantee.G1, "parked a proposal in no line", id);
    }

    private static void checkHistory(
            SimulatedLedgerStore store, Map<Txid, Transaction> transactions) {
        store.applications()
                .forEach(
                        (txid, held) ->
                                new FinalCheck(store, txid, held, transactions.get(txid)).check());
    }

    /** The index by sequence has every application and nothing else. */
    private static void checkSequences(String id, SimulatedLedgerStore store) {
        Map<Long, Txid> sequences = new TreeMap<>();
        store.applications()
                .forEach((txid, held) -> sequences.put(held.position().sequence(), txid));
        require(
                store.bySequence().equals(sequences),
                Guarantee.G6,
                "lists other transactions than it holds",
                id);
    }

    /** A spender is held and names its coins, which are there unless a block speaks for it. */
    private static void checkSpends(SimulatedLedgerStore store, JobState state) {
        store.spenders()
                .forEach(
                        (coin, spender) ->
                                require(
                                        store.application(spender)
                                                .filter(a -> a.spentCoins().contains(coin))
                                                .isPresent(),
                                        Guarantee.G4,
                                        "spent by what is not held",
                                        coin));
        store.applications()
                .forEach(
                        (txid, application) ->
                                require(
                                        state.isMined(txid)
                                                || application.spentCoins().stream()
                                                        .allMatch(c -> store.isSpentBy(c, txid)),
                                        Guarantee.G5,
                                        "stands on what is not there",
                                        txid));
    }

    private static void checkLedger(
            String id, SimulatedLedgerStore store, SequentialOracle oracle) {
        require(!store.hasParked(), Guarantee.G1, "proposals are parked", id);
        Set<Txid> held = store.applications().keySet();
        require(
                held.equals(oracle.standing(id)),
                Guarantee.G2,
                "holds other transactions than were published",
                id + " differs in " + difference(held, oracle.standing(id)));
        Set<Outpoint> live = oracle.liveCoins(id);
        require(
                store.liveCoins().equals(live),
                Guarantee.G5,
                "has other live coins than a sequential run",
                id + " differs in " + difference(store.liveCoins(), live));
        require(
                store.position().digest().toString().equals(SequentialOracle.digest(id, live)),
                Guarantee.G6,
                "has another digest than its coins",
                id);
    }

    private static <T> Set<T> difference(Set<T> one, Set<T> other) {
        Set<T> all = new TreeSet<>(one);
        all.addAll(other);
        all.removeIf(each -> one.contains(each) && other.contains(each));
        return all;
    }

    private static void checkSettled(Txid txid, Application application) {
        require(
                application.status() != Application.Status.CONDEMNED,
                Guarantee.G5,
                "condemned and never undone",
                txid);
        require(
                application.isCommitted() && application.claims().isEmpty(),
                Guarantee.G2,
                "never decided",
                txid);
    }
}
