package org.brisket.state.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.state.ExampleTransactions.funding;
import static org.brisket.state.ExampleTransactions.output;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.state.ExampleTickets;
import org.junit.jupiter.api.Test;

/** What every ledger store does, in memory or in Flink's state. */
interface LedgerStoreContract {
    Transaction SUBJECT = funding(1, 3);
    Transaction OTHER = funding(2, 1);
    RecursiveComparisonConfiguration BY_FIELD = RecursiveComparisonConfiguration.builder().build();

    LedgerPosition POSITION = new LedgerPosition(7, new LiveDigest(1, -2, 3, Long.MIN_VALUE));

    LedgerStore store();

    @Test
    default void knowsNothingAtFirst() {
        assertThat(store().coin(output(SUBJECT, 0))).isEmpty();
        assertThat(store().application(SUBJECT.txid())).isEmpty();
        assertThat(store().parkedBehind(SUBJECT.txid())).isEmpty();
    }

    @Test
    default void keepsCoinsByOutpoint() {
        Outpoint largest = new Outpoint(SUBJECT.txid(), 0xFFFFFFFFL);
        store().putCoin(output(SUBJECT, 0), Coin.unspent(true));
        store().putCoin(largest, Coin.unspent(false).spentBy(OTHER.txid()));

        assertThat(store().coin(output(SUBJECT, 0))).contains(Coin.unspent(true));
        assertThat(store().coin(largest)).contains(Coin.unspent(false).spentBy(OTHER.txid()));
        assertThat(store().coin(output(SUBJECT, 1))).isEmpty();
        assertThat(store().coin(output(OTHER, 0))).isEmpty();
    }

    @Test
    default void replacesAndRemovesCoins() {
        store().putCoin(output(SUBJECT, 0), Coin.unspent(true));
        store().putCoin(output(SUBJECT, 0), Coin.unspent(false));
        assertThat(store().coin(output(SUBJECT, 0))).contains(Coin.unspent(false));

        store().removeCoin(output(SUBJECT, 0));
        assertThat(store().coin(output(SUBJECT, 0))).isEmpty();
        store().removeCoin(output(SUBJECT, 0));
    }

    @Test
    default void keepsReplacesAndRemovesApplications() {
        Application pending =
                new Application(
                        Application.Status.PENDING,
                        List.of("beef-submissions-0-1", "beef-submissions-0-2"),
                        new Instructions(List.of(0, 2), List.of(1), List.of(0)),
                        List.of(output(OTHER, 0)),
                        POSITION);
        store().putApplication(SUBJECT.txid(), pending);
        assertThat(store().application(SUBJECT.txid())).contains(pending);

        store().putApplication(SUBJECT.txid(), pending.asCommitted());
        assertThat(store().application(SUBJECT.txid())).contains(pending.asCommitted());

        store().removeApplication(SUBJECT.txid());
        assertThat(store().application(SUBJECT.txid())).isEmpty();
    }

    @Test
    default void keepsItsPosition() {
        assertThat(store().position()).isEqualTo(LedgerPosition.START);

        store().putPosition(POSITION);

        assertThat(store().position()).isEqualTo(POSITION);
    }

    @Test
    default void keepsParkedProposalsInTheirOrder() {
        Proposal first =
                ExampleTickets.first(ExampleTickets.alone(OTHER.txid(), 1), "TOPIC:tm_a", OTHER);
        Proposal second =
                ExampleTickets.later(
                        ExampleTickets.together(OTHER.txid(), 2, 3), "TOPIC:tm_a", OTHER);
        store().putParkedBehind(SUBJECT.txid(), List.of(second, first));

        assertThat(store().parkedBehind(SUBJECT.txid()))
                .usingRecursiveFieldByFieldElementComparator(BY_FIELD)
                .containsExactly(second, first);
    }

    @Test
    default void forgetsAnEmptyListOfParkedProposals() {
        Proposal proposal =
                ExampleTickets.first(ExampleTickets.alone(OTHER.txid(), 1), "TOPIC:tm_a", OTHER);
        store().putParkedBehind(SUBJECT.txid(), List.of(proposal));
        store().putParkedBehind(SUBJECT.txid(), List.of());

        assertThat(store().parkedBehind(SUBJECT.txid())).isEmpty();
    }

    @Test
    default void handsOverAllThatItHolds() {
        Application application = Application.PARKED.waitedForBy("a").asCommitted();
        Proposal proposal =
                ExampleTickets.first(ExampleTickets.alone(OTHER.txid(), 1), "TOPIC:tm_a", OTHER);
        store().putCoin(output(SUBJECT, 0), Coin.unspent(true));
        store().putCoin(output(SUBJECT, 1), Coin.unspent(false).spentBy(OTHER.txid()));
        store().putApplication(SUBJECT.txid(), application);
        store().putParkedBehind(SUBJECT.txid(), List.of(proposal, proposal));

        LedgerContents contents = (LedgerContents) store();
        Map<Outpoint, Coin> coins = new HashMap<>();
        contents.forEachCoin(coins::put);
        Map<Txid, Application> applications = new HashMap<>();
        contents.forEachApplication(applications::put);
        List<Txid> awaited = new ArrayList<>();
        contents.forEachAwaited(awaited::add);

        assertThat(coins)
                .isEqualTo(
                        Map.of(
                                output(SUBJECT, 0),
                                Coin.unspent(true),
                                output(SUBJECT, 1),
                                Coin.unspent(false).spentBy(OTHER.txid())));
        assertThat(applications).isEqualTo(Map.of(SUBJECT.txid(), application));
        assertThat(awaited).containsExactly(SUBJECT.txid());
    }
}
