package org.brisket.state.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.state.ExampleTransactions.funding;
import static org.brisket.state.ExampleTransactions.output;
import static org.brisket.state.ledger.ExampleContent.ALICE;
import static org.brisket.state.ledger.ExampleContent.BOB;
import static org.brisket.state.ledger.ExampleContent.some;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.state.ExampleTickets;
import org.junit.jupiter.api.Test;

/** What every ledger store does, in memory or in Flink's state. */
interface LedgerStoreContract {
    Transaction SUBJECT = funding(1, 3);
    Transaction OTHER = funding(2, 1);
    LedgerPosition POSITION = new LedgerPosition(7, new LiveDigest(1, -2, 3, Long.MIN_VALUE));

    LedgerStore store();

    @Test
    default void knowsNothingAtFirst() {
        assertThat(store().coin(output(SUBJECT, 0))).isEmpty();
        assertThat(store().application(SUBJECT.txid())).isEmpty();
        assertThat(store().parkedLines().get(SUBJECT.txid())).isEmpty();
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
                        List.of(
                                new Claim("beef-submissions-0-1", SUBJECT.txid()),
                                new Claim("beef-submissions-0-2", OTHER.txid())),
                        Optional.of(OTHER.txid()),
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
    default void keepsWhichApplicationIsWhichChange() {
        store().applied().put(300L, SUBJECT.txid());
        store().applied().put(Long.MAX_VALUE, OTHER.txid());
        assertThat(store().applied().get(300L)).contains(SUBJECT.txid());
        assertThat(store().applied().get(299L)).isEmpty();

        store().applied().remove(300L);
        assertThat(store().applied().get(300L)).isEmpty();
        assertThat(store().applied().get(Long.MAX_VALUE)).contains(OTHER.txid());
    }

    @Test
    default void keepsParkedProposalsByLineAndNumber() {
        Proposal first =
                ExampleTickets.first(ExampleTickets.alone(OTHER.txid(), 1), "TOPIC:tm_a", OTHER);
        Proposal second =
                ExampleTickets.later(
                        ExampleTickets.together(OTHER.txid(), 2, 3), "TOPIC:tm_a", OTHER);
        store().parkedProposals().put(new ParkedSlot(SUBJECT.txid(), 0), first);
        store().parkedProposals().put(new ParkedSlot(SUBJECT.txid(), 1), second);

        assertThat(store().parkedProposals().get(new ParkedSlot(SUBJECT.txid(), 1)))
                .usingRecursiveComparison()
                .isEqualTo(Optional.of(second));
        assertThat(store().parkedProposals().get(new ParkedSlot(OTHER.txid(), 1))).isEmpty();
        store().parkedProposals().remove(new ParkedSlot(SUBJECT.txid(), 0));
        assertThat(store().parkedProposals().get(new ParkedSlot(SUBJECT.txid(), 0))).isEmpty();
    }

    @Test
    default void keepsReplacesAndRemovesParkedLines() {
        ParkedLine line = new ParkedLine(3, 7, 1L << 40);
        store().parkedLines().put(SUBJECT.txid(), new ParkedLine(1, 2, 3));
        store().parkedLines().put(SUBJECT.txid(), line);
        assertThat(store().parkedLines().get(SUBJECT.txid())).contains(line);
        assertThat(store().parkedLines().get(OTHER.txid())).isEmpty();

        store().parkedLines().remove(SUBJECT.txid());
        assertThat(store().parkedLines().get(SUBJECT.txid())).isEmpty();
    }

    @Test
    default void keepsItsBacklog() {
        assertThat(store().backlogRange()).isEqualTo(BacklogRange.EMPTY);

        LedgerTask task = new LedgerTask.Forget(SUBJECT.txid(), 300);
        store().backlog().put(5L, task);
        store().putBacklogRange(new BacklogRange(5, 6));
        assertThat(store().backlog().get(5L)).contains(task);
        assertThat(store().backlogRange()).isEqualTo(new BacklogRange(5, 6));

        store().backlog().remove(5L);
        store().putBacklogRange(BacklogRange.EMPTY);
        assertThat(store().backlog().get(5L)).isEmpty();
        assertThat(store().backlogRange()).isEqualTo(BacklogRange.EMPTY);
    }

    @Test
    default void keepsCoinsOfBasketsWithTheirContent() {
        CoinContent content =
                new CoinContent(
                        "tea", Long.MAX_VALUE, ALICE.bytes(), new TreeMap<>(Map.of("a", "b")));
        Coin coin = new Coin(true, Optional.of(OTHER.txid()), Optional.of(content), Long.MAX_VALUE);

        store().putCoin(output(SUBJECT, 0), coin);

        assertThat(store().coin(output(SUBJECT, 0))).contains(coin);
    }

    @Test
    default void keepsBalancesByAssetAndOwner() {
        TokenBalance balance = new TokenBalance(BigInteger.TWO.pow(80), 7);
        TokenAccount account = new TokenAccount("tea", ALICE.bytes());
        store().tokens().putBalance(account, balance);

        assertThat(store().tokens().balance(account)).isEqualTo(balance);
        assertThat(store().tokens().balance(new TokenAccount("tea", BOB.bytes())))
                .isEqualTo(TokenBalance.NONE);
        assertThat(store().tokens().balance(new TokenAccount("salt", ALICE.bytes())))
                .isEqualTo(TokenBalance.NONE);
        assertThat(store().tokens().balance(TokenAccount.ofAll("tea")))
                .isEqualTo(TokenBalance.NONE);

        store().tokens().putBalance(account, TokenBalance.NONE);
        assertThat(store().tokens().balance(account)).isEqualTo(TokenBalance.NONE);
    }

    @Test
    default void keepsTheCoinsInTheirSlots() {
        TokenAccount account = new TokenAccount("tea", ALICE.bytes());
        TokenSlot slot = new TokenSlot(account, 0x100);
        store().tokens().putCoinIn(slot, output(SUBJECT, 1));

        assertThat(store().tokens().coinIn(slot)).contains(output(SUBJECT, 1));
        assertThat(store().tokens().coinIn(new TokenSlot(account, 1))).isEmpty();
        assertThat(store().tokens().coinIn(new TokenSlot(TokenAccount.ofAll("tea"), 0x100)))
                .isEmpty();

        store().tokens().removeSlot(slot);
        assertThat(store().tokens().coinIn(slot)).isEmpty();
    }

    @Test
    default void keepsTheTokenIndexOfItsCoins() {
        LiveCoins coins = new LiveCoins("BASKET:shop/green tea", store());
        for (int output = 0; output < 3; output++) {
            coins.admit(output(SUBJECT, output), false, some("tea", 5, ALICE));
        }
        coins.spend(output(SUBJECT, 0), OTHER.txid());

        TokenIndex index = new TokenIndex(store());
        assertThat(index.balance("tea", ALICE)).isEqualTo(index.balance("tea"));
        assertThat(index.balance("tea")).isEqualTo(new TokenBalance(BigInteger.valueOf(10), 2));
        assertThat(index.coins("tea", ALICE, 0, 9))
                .extracting(TokenIndex.LiveToken::outpoint)
                .containsExactly(output(SUBJECT, 2), output(SUBJECT, 1));
    }

    @Test
    default void handsOverAllThatItHolds() {
        Application application =
                Application.PARKED.claimedBy(new Claim("a", OTHER.txid())).asCommitted();
        Proposal proposal =
                ExampleTickets.first(ExampleTickets.alone(OTHER.txid(), 1), "TOPIC:tm_a", OTHER);
        store().putCoin(output(SUBJECT, 0), Coin.unspent(true));
        store().putCoin(output(SUBJECT, 1), Coin.unspent(false).spentBy(OTHER.txid()));
        store().putApplication(SUBJECT.txid(), application);
        store().parkedProposals().put(new ParkedSlot(SUBJECT.txid(), 0), proposal);
        store().parkedLines().put(SUBJECT.txid(), ParkedLine.EMPTY.withOneMore(proposal.size()));

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
