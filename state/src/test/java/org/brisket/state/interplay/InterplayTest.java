package org.brisket.state.interplay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.state.ExampleTickets;
import org.brisket.state.ExampleTransactions;
import org.brisket.state.ledger.Application;
import org.brisket.state.ledger.InMemoryLedgerStore;
import org.brisket.state.ledger.Instructions;
import org.brisket.state.ledger.Ledger;
import org.brisket.state.ledger.LedgerPosition;
import org.brisket.state.ledger.LedgerRules;
import org.brisket.state.submission.SubmissionTicket;
import org.brisket.state.tracking.Phase;
import org.brisket.state.tracking.TrackedTransaction;
import org.junit.jupiter.api.Test;

/**
 * Random submissions through ledgers, coordinators and trackers, whose messages overtake each other
 * wherever they can. Whatever happens, the promises hold once everything has come to rest.
 */
class InterplayTest {
    private static final List<String> LEDGERS = List.of("TOPIC:tm_a", "TOPIC:tm_b", "TOPIC:tm_c");
    private static final int RUNS = Integer.getInteger("brisket.interplay.runs", 2_000);
    private static final int MAX_STEPS = 100_000;

    @Test
    void keepsItsPromisesInWhateverOrderMessagesArrive() {
        for (int seed = 0; seed < RUNS; seed++) {
            run(seed, 6, 30);
        }
    }

    @Test
    void keepsItsPromisesUnderManySubmissionsOfFewTransactions() {
        for (int seed = 0; seed < RUNS; seed++) {
            run(seed, 3, 30);
        }
    }

    private static void run(int seed, int transactions, int submissions) {
        Random lot = new Random(seed);
        List<Transaction> pool = transactions(lot, transactions);
        Overlay overlay = new Overlay(lot, LEDGERS);
        for (int offset = 0; offset < submissions; offset++) {
            submit(overlay, lot, pool.get(lot.nextInt(pool.size())), offset);
            for (int moves = lot.nextInt(12); moves > 0; moves--) {
                overlay.step();
            }
        }
        settle(overlay, seed);
        assertPromises(overlay, seed, submissions);
    }

    /** Transactions that stand on each other and compete for coins. */
    private static List<Transaction> transactions(Random lot, int count) {
        List<Transaction> pool = new ArrayList<>(List.of(ExampleTransactions.funding(1, 3)));
        while (pool.size() < count) {
            Set<Outpoint> coins = new HashSet<>();
            for (int inputs = 1 + lot.nextInt(2); inputs > 0; inputs--) {
                Transaction source = pool.get(lot.nextInt(pool.size()));
                coins.add(ExampleTransactions.output(source, lot.nextInt(source.outputCount())));
            }
            pool.add(
                    ExampleTransactions.spending(
                            1 + lot.nextInt(3), coins.toArray(Outpoint[]::new)));
        }
        return pool;
    }

    private static void submit(Overlay overlay, Random lot, Transaction transaction, int offset) {
        List<String> named = new ArrayList<>(LEDGERS);
        while (named.size() > 1 && lot.nextInt(2) == 0) {
            named.remove(lot.nextInt(named.size()));
        }
        SubmissionTicket ticket =
                lot.nextInt(3) == 0
                        ? ExampleTickets.independent(transaction.txid(), offset, named.size())
                        : ExampleTickets.together(transaction.txid(), offset, named.size());
        overlay.submit(ticket, transaction, named);
    }

    private static void settle(Overlay overlay, int seed) {
        int steps = 0;
        do {
            while (overlay.step()) {
                assertThat(steps++).as("seed %d comes to rest", seed).isLessThan(MAX_STEPS);
            }
        } while (overlay.passDeadlines());
    }

    private static void assertPromises(Overlay overlay, int seed, int submissions) {
        assertThat(overlay.effects.results.stream().map(r -> r.position().offset()))
                .as("seed %d: one result for each submission", seed)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, submissions).mapToObj(Long::valueOf).toList());
        assertNothingIsAwaited(overlay, seed);
        for (String id : LEDGERS) {
            InMemoryLedgerStore ledger = overlay.ledgers.get(id);
            assertNothingIsOpen(ledger, seed);
            assertSpendersAreHeld(ledger, seed);
            assertTrackersAgree(overlay, id, seed);
            assertLooksLikeARunWithoutFailures(overlay, id, seed);
        }
    }

    private static void assertNothingIsOpen(InMemoryLedgerStore ledger, int seed) {
        assertThat(ledger.parked).as("seed %d: nothing waits", seed).isEmpty();
        assertThat(ledger.applications.values())
                .as("seed %d: everything is decided", seed)
                .allMatch(Application::isCommitted);
        assertThat(ledger.coins.values()).as("seed %d", seed).noneMatch(coin -> coin.pending());
    }

    /** G4 and G5: a spent coin has one spender, which is held, and whose coins all exist. */
    private static void assertSpendersAreHeld(InMemoryLedgerStore ledger, int seed) {
        ledger.applications.forEach(
                (txid, application) ->
                        assertThat(application.spentCoins())
                                .as("seed %d: %s stands on coins that exist", seed, txid)
                                .allMatch(
                                        coin ->
                                                ledger.coins.containsKey(coin)
                                                        && ledger.coins
                                                                .get(coin)
                                                                .spender()
                                                                .filter(txid::equals)
                                                                .isPresent()));
        ledger.coins.forEach(
                (outpoint, coin) ->
                        coin.spender()
                                .ifPresent(
                                        spender ->
                                                assertThat(
                                                                ledger.applications
                                                                        .get(spender)
                                                                        .spentCoins())
                                                        .as("seed %d", seed)
                                                        .contains(outpoint)));
    }

    /** What a tracker calls standing is held by exactly its ledgers (G2). */
    private static void assertTrackersAgree(Overlay overlay, String id, int seed) {
        Set<Txid> tracked = new HashSet<>();
        overlay.trackers.forEach(
                (txid, store) ->
                        store.transaction()
                                .filter(t -> t.phase() != Phase.ROLLED_BACK)
                                .filter(t -> holds(t, id))
                                .ifPresent(t -> tracked.add(txid)));
        assertThat(overlay.ledgers.get(id).applications.keySet())
                .as("seed %d: %s holds what is tracked there", seed, id)
                .isEqualTo(tracked);
    }

    private static boolean holds(TrackedTransaction tracked, String id) {
        return tracked.ledgers().stream().anyMatch(verdict -> verdict.ledger().equals(id));
    }

    private static void assertNothingIsAwaited(Overlay overlay, int seed) {
        overlay.trackers.forEach(
                (txid, store) -> {
                    String about = "seed " + seed + ": " + txid;
                    assertThat(store.waitingCount()).as(about).isZero();
                    assertThat(store.earlyAnswerCount()).as(about).isZero();
                    assertThat(
                                    store.transaction()
                                            .map(TrackedTransaction::awaitedAnswers)
                                            .orElse(0))
                            .as(about)
                            .isZero();
                });
    }

    /** Undoing leaves no trace: the same coins as if only what stands had ever been submitted. */
    private static void assertLooksLikeARunWithoutFailures(Overlay overlay, String id, int seed) {
        InMemoryLedgerStore replayed = new InMemoryLedgerStore();
        LedgerRules rules =
                (ledger, extended, coins, offChain) ->
                        LedgerRules.Answer.of(
                                new Instructions(
                                        IntStream.range(0, extended.transaction().outputCount())
                                                .boxed()
                                                .toList(),
                                        List.of(),
                                        coins));
        Ledger ledger = new Ledger(id, rules, replayed, message -> {});
        Map<Txid, Application> held = overlay.ledgers.get(id).applications;
        for (Transaction transaction : overlay.taken.get(id)) {
            if (held.containsKey(transaction.txid())) {
                SubmissionTicket ticket = ExampleTickets.alone(transaction.txid(), 1);
                ledger.propose(ExampleTickets.first(ticket, id, transaction));
            }
        }
        assertThat(overlay.ledgers.get(id).coins)
                .as("seed %d: coins of %s", seed, id)
                .isEqualTo(replayed.coins);
        assertThat(held)
                .as("seed %d: applications of %s", seed, id)
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(LedgerPosition.class)
                .isEqualTo(replayed.applications);
        assertThat(overlay.ledgers.get(id).position.digest())
                .as("seed %d: digest of %s", seed, id)
                .isEqualTo(replayed.position.digest());
    }
}
