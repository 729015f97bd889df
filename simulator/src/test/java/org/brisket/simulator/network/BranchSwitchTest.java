package org.brisket.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.simulator.network.ArcStatus.MINED;
import static org.brisket.simulator.network.ArcStatus.MINED_IN_STALE_BLOCK;
import static org.brisket.simulator.network.ArcStatus.REJECTED;
import static org.brisket.simulator.network.ArcStatus.SEEN_ON_NETWORK;
import static org.brisket.simulator.network.LedgerFixture.txid;

import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.simulator.chain.Reorganisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BranchSwitchTest {
    private final LedgerFixture network = new LedgerFixture();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void minesTheSameTransactionsElsewhereWithNewProofs(int depth) throws MalformedException {
        List<ExtendedTransaction> transactions = mineOneBlockEach(7);

        Reorganisation change = network.ledger.reorganise(BranchPlan.keepingAll(depth));

        assertThat(change.depth()).isEqualTo(depth);
        assertThat(change.adopted()).hasSize(depth + 1);
        for (int i = 0; i < transactions.size(); i++) {
            ExtendedTransaction transaction = transactions.get(i);
            assertThat(network.history(transaction))
                    .isEqualTo(
                            i < 7 - depth
                                    ? List.of(SEEN_ON_NETWORK, MINED)
                                    : List.of(SEEN_ON_NETWORK, MINED, MINED));
            MinedAt mined = network.state(transaction).minedAt().orElseThrow();
            assertThat(network.chain.at(mined.height()).orElseThrow().hash())
                    .isEqualTo(mined.block());
            assertThat(mined.path().rootOf(txid(transaction)))
                    .isEqualTo(network.chain.rootAt(mined.height()).orElseThrow());
        }
        ExtendedTransaction last = transactions.get(6);
        assertThat(network.ledger.historyOf(txid(last)).get(2).block())
                .isNotEqualTo(network.ledger.historyOf(txid(last)).get(1).block());
    }

    @Test
    void returnsWhatTheBranchLacksToTheMempoolAheadOfLaterTransactions() {
        ExtendedTransaction parent = network.posted(0);
        network.ledger.mineBlock();
        ExtendedTransaction child = network.child(parent, 8_000);
        network.post(child);
        network.ledger.mineBlock();
        ExtendedTransaction grandchild = network.child(child, 7_000);
        network.post(grandchild);
        network.told.clear();

        network.ledger.reorganise(BranchPlan.keepingNothing(2));

        assertThat(network.told)
                .extracting(TransactionState::status)
                .containsExactly(MINED_IN_STALE_BLOCK, MINED_IN_STALE_BLOCK);
        assertThat(network.state(child).minedAt()).isEmpty();
        assertThat(network.ledger.mempoolTxids())
                .containsExactly(txid(parent), txid(child), txid(grandchild));
        assertThat(network.ledger.acceptedTxids()).hasSize(3);
        network.ledger.mineBlock();
        assertThat(network.history(parent))
                .containsExactly(SEEN_ON_NETWORK, MINED, MINED_IN_STALE_BLOCK, MINED);
        assertThat(network.history(grandchild)).containsExactly(SEEN_ON_NETWORK, MINED);
    }

    @Test
    void leavesOutTheChildrenOfWhatTheBranchLacks() {
        ExtendedTransaction parent = network.posted(0);
        ExtendedTransaction child = network.child(parent, 8_000);
        network.post(child);
        ExtendedTransaction other = network.posted(1);
        network.ledger.mineBlock();

        network.ledger.reorganise(new BranchPlan(1, txid -> !txid.equals(txid(parent)), List.of()));

        assertThat(network.status(parent)).isEqualTo(MINED_IN_STALE_BLOCK);
        assertThat(network.status(child)).isEqualTo(MINED_IN_STALE_BLOCK);
        assertThat(network.status(other)).isEqualTo(MINED);
    }

    @Test
    void letsARivalTakeThePlaceOfAMinedTransactionAndAllThatStoodOnIt() {
        ExtendedTransaction ours = network.posted(0);
        network.ledger.mineBlock();
        ExtendedTransaction child = network.child(ours, 8_000);
        network.post(child);
        ExtendedTransaction rival = network.coin(0, 7_000);

        network.ledger.reorganise(
                new BranchPlan(1, txid -> true, List.of(PostedTransaction.of(rival))));

        assertThat(network.status(rival)).isEqualTo(MINED);
        assertThat(network.status(ours)).isEqualTo(REJECTED);
        assertThat(network.state(ours).competing()).containsExactly(txid(rival));
        assertThat(network.status(child)).isEqualTo(REJECTED);
        assertThat(network.ledger.acceptedTxids()).containsExactly(txid(rival));
        assertThat(network.ledger.mempoolSize()).isZero();
    }

    @Test
    void ignoresARivalThatDoesNotFitTheBranch() {
        ExtendedTransaction deep = network.posted(0);
        network.ledger.mineBlock();
        network.ledger.mineBlock();
        ExtendedTransaction rival = network.coin(0, 7_000);

        network.ledger.reorganise(
                new BranchPlan(1, txid -> true, List.of(PostedTransaction.of(rival))));

        assertThat(network.status(deep)).isEqualTo(MINED);
        assertThat(network.ledger.state(txid(rival))).isEmpty();
    }

    private List<ExtendedTransaction> mineOneBlockEach(int count) {
        List<ExtendedTransaction> transactions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            transactions.add(network.posted(i));
            network.ledger.mineBlock();
        }
        return transactions;
    }
}
