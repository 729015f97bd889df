package org.brisket.state.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.brisket.state.ExampleTransactions.funding;
import static org.brisket.state.ExampleTransactions.output;
import static org.brisket.state.ExampleTransactions.spending;
import static org.brisket.state.store.ExampleBlocks.block;
import static org.brisket.state.store.ExampleBlocks.graph;
import static org.brisket.state.store.ExampleBlocks.proven;
import static org.brisket.state.store.ExampleBlocks.unproven;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefEntry;
import org.brisket.protocol.beef.BeefLimits;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.limit.Limit;
import org.brisket.protocol.limit.LimitExceededException;
import org.brisket.protocol.limit.Limits;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.protocol.transaction.Transaction;
import org.junit.jupiter.api.Test;

/** A BEEF put together out of stored transactions. */
class BeefWalkTest {
    private final Map<Txid, BroughtTransaction> stored = new HashMap<>();

    private void store(BroughtTransaction... transactions) {
        for (BroughtTransaction transaction : transactions) {
            stored.put(transaction.txid(), transaction);
        }
    }

    /** Looks up one generation after the other. */
    private int walk(BeefWalk walk) throws MalformedException {
        int generations = 0;
        while (!walk.missing().isEmpty()) {
            generations++;
            for (Txid txid : walk.missing()) {
                walk.found(stored.get(txid));
            }
        }
        return generations;
    }

    @Test
    void rebuildsTheBeefThatBroughtTheTransactions() throws MalformedException {
        List<Transaction> chain = ExampleBlocks.chain(5);
        BroughtTransaction.allOf(graph(chain)).forEach(this::store);
        BeefWalk walk = new BeefWalk(chain.get(4).txid(), Limits.DEFAULT);

        assertThat(walk(walk)).isEqualTo(5);

        Beef beef = Beef.parse(walk.beef().toBytes(), BeefLimits.DEFAULT);
        assertThat(beef.entries())
                .extracting(BeefEntry::txid)
                .containsExactlyElementsOf(chain.stream().map(Transaction::txid).toList());
        assertThat(beef.graph().isProven(chain.get(0).txid())).isTrue();
        assertThat(beef.graph().subject()).isEqualTo(chain.get(4));
    }

    @Test
    void goesNoFurtherThanToAProof() throws MalformedException {
        List<Transaction> chain = ExampleBlocks.chain(5);
        store(
                proven(chain.get(3), ExampleBlocks.proof(chain.get(3), 101, 1)),
                unproven(chain.get(4)));
        BeefWalk walk = new BeefWalk(chain.get(4).txid(), Limits.DEFAULT);
        walk(walk);

        assertThat(walk.beef().entries()).hasSize(2);
        assertThat(walk.beef().bumps()).hasSize(1);
    }

    @Test
    void listsParentsFirstWhereWaysMeet() throws MalformedException {
        Transaction top = funding(1, 2);
        Transaction left = spending(2, output(top, 0));
        Transaction right = spending(1, output(top, 1), output(left, 1));
        Transaction subject = spending(1, output(right, 0), output(left, 0));
        store(proven(top, ExampleBlocks.proof(top, 100, 1)));
        store(unproven(left), unproven(right), unproven(subject));
        BeefWalk walk = new BeefWalk(subject.txid(), Limits.DEFAULT);
        walk(walk);

        assertThat(walk.beef().entries())
                .extracting(BeefEntry::txid)
                .containsExactly(top.txid(), left.txid(), right.txid(), subject.txid());
    }

    @Test
    void provesABlocksTransactionsWithOnePath() throws MalformedException {
        Transaction first = funding(1, 1);
        Transaction second = funding(2, 1);
        Transaction elsewhere = funding(3, 1);
        Transaction subject =
                spending(1, output(first, 0), output(second, 0), output(elsewhere, 0));
        MerklePath block = block(100, 1, first, second);
        store(
                proven(first, BlockProof.of(first.txid(), block)),
                proven(second, BlockProof.of(second.txid(), block)),
                proven(elsewhere, ExampleBlocks.proof(elsewhere, 101, 1)),
                unproven(subject));
        BeefWalk walk = new BeefWalk(subject.txid(), Limits.DEFAULT);
        walk(walk);

        Beef beef = Beef.parse(walk.beef().toBytes(), BeefLimits.DEFAULT);
        assertThat(beef.bumps()).hasSize(2);
        for (Transaction transaction : List.of(first, second, elsewhere)) {
            MerklePath path = beef.graph().proof(transaction.txid()).orElseThrow();
            assertThat(path.rootOf(transaction.txid()))
                    .isEqualTo(stored.get(transaction.txid()).proof().orElseThrow().block().root());
        }
    }

    @Test
    void endsAtTheLimits() throws MalformedException {
        List<Transaction> chain = ExampleBlocks.chain(5);
        BroughtTransaction.allOf(graph(chain)).forEach(this::store);
        Txid subject = chain.get(4).txid();

        assertThatThrownBy(
                        () -> walk(new BeefWalk(subject, Limits.NONE.with(Limit.TRANSACTIONS, 4))))
                .isInstanceOf(LimitExceededException.class);
        long bytes = chain.stream().mapToLong(Transaction::size).sum();
        assertThatThrownBy(
                        () ->
                                walk(
                                        new BeefWalk(
                                                subject,
                                                Limits.NONE.with(Limit.RECORD_BYTES, bytes - 1))))
                .isInstanceOf(LimitExceededException.class);
        Limits enough = Limits.NONE.with(Limit.TRANSACTIONS, 5).with(Limit.RECORD_BYTES, bytes);
        assertThat(walk(new BeefWalk(subject, enough))).isEqualTo(5);
    }

    @Test
    void refusesATransactionThatItDidNotAskFor() {
        BeefWalk walk = new BeefWalk(funding(1, 1).txid(), Limits.DEFAULT);

        assertThatThrownBy(() -> walk.found(unproven(funding(2, 1))))
                .isInstanceOf(MalformedException.class);
        BroughtTransaction lie =
                new BroughtTransaction(
                        funding(1, 1).txid(), unproven(funding(2, 1)).raw(), Optional.empty());
        assertThatThrownBy(() -> walk.found(lie)).isInstanceOf(MalformedException.class);
    }

    @Test
    void saysWhoNeedsWhatIsMissing() throws MalformedException {
        List<Transaction> chain = ExampleBlocks.chain(2);
        BeefWalk walk = new BeefWalk(chain.get(1).txid(), Limits.DEFAULT);
        walk.found(unproven(chain.get(1)));

        assertThat(walk.missing()).containsExactly(chain.get(0).txid());
        assertThat(walk.neededBy(chain.get(0).txid())).isEqualTo(chain.get(1).txid());
        assertThatThrownBy(walk::beef).isInstanceOf(IllegalStateException.class);
    }
}
