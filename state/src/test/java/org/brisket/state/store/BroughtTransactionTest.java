package org.brisket.state.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.brisket.state.store.ExampleBlocks.block;
import static org.brisket.state.store.ExampleBlocks.graph;
import static org.brisket.state.store.ExampleBlocks.proof;
import static org.brisket.state.store.ExampleBlocks.proven;
import static org.brisket.state.store.ExampleBlocks.unproven;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefEntry;
import org.brisket.protocol.beef.BeefLimits;
import org.brisket.protocol.beef.BeefVersion;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.state.ExampleTransactions;
import org.junit.jupiter.api.Test;

/** What a BEEF brings to the store. */
class BroughtTransactionTest {
    private final List<Transaction> chain = ExampleBlocks.chain(3);

    @Test
    void bringsTheSubjectAndWhatItStandsOn() throws MalformedException {
        assertThat(BroughtTransaction.allOf(graph(chain)))
                .containsExactlyInAnyOrder(
                        proven(chain.get(0), proof(chain.get(0), 100, 1)),
                        unproven(chain.get(1)),
                        unproven(chain.get(2)));
    }

    @Test
    void leavesOutWhatWasNotVerified() throws MalformedException {
        List<BeefEntry> entries = new ArrayList<>();
        entries.add(new BeefEntry.Unproven(ExampleTransactions.funding(7, 1)));
        chain.forEach(transaction -> entries.add(new BeefEntry.Unproven(transaction)));
        entries.set(2, new BeefEntry.Proven(chain.get(1), 0));
        Beef beef =
                new Beef(
                        BeefVersion.V1,
                        Optional.empty(),
                        List.of(block(100, 1, chain.get(1))),
                        entries);

        assertThat(BroughtTransaction.allOf(beef.graph()))
                .extracting(BroughtTransaction::txid)
                .containsExactlyInAnyOrder(chain.get(1).txid(), chain.get(2).txid());
    }

    @Test
    void takesOneTransactionsProofOutOfACompoundPath() throws MalformedException {
        Transaction first = ExampleTransactions.funding(1, 1);
        Transaction second = ExampleTransactions.funding(2, 1);
        Transaction subject =
                ExampleTransactions.spending(
                        1,
                        ExampleTransactions.output(first, 0),
                        ExampleTransactions.output(second, 0));
        Beef beef =
                new Beef(
                        BeefVersion.V1,
                        Optional.empty(),
                        List.of(block(100, 1, first, second)),
                        List.of(
                                new BeefEntry.Proven(first, 0),
                                new BeefEntry.Proven(second, 0),
                                new BeefEntry.Unproven(subject)));

        List<BroughtTransaction> brought = BroughtTransaction.allOf(beef.graph());

        assertThat(brought).hasSize(3);
        assertThat(brought)
                .filteredOn(one -> one.proof().isPresent())
                .hasSize(2)
                .allSatisfy(
                        one ->
                                assertThat(one.proof().orElseThrow().path().provenTxids())
                                        .containsExactly(one.txid()));
    }

    @Test
    void refusesABeefThatCannotHaveBeenVerified() throws MalformedException {
        Beef beef =
                new Beef(
                        BeefVersion.V1,
                        Optional.empty(),
                        List.of(),
                        List.of(new BeefEntry.Unproven(chain.get(2))));

        assertThatThrownBy(() -> BroughtTransaction.allOf(beef.graph()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(chain.get(1).txid().toString());
    }

    @Test
    void isABeefOfItsOwn() throws MalformedException {
        BroughtTransaction mined = proven(chain.get(0), proof(chain.get(0), 100, 1));

        for (BroughtTransaction one : List.of(mined, unproven(chain.get(1)))) {
            Beef read = Beef.parse(one.alone().toBytes(), BeefLimits.DEFAULT);
            assertThat(read.graph().subject().txid()).isEqualTo(one.txid());
            assertThat(read.graph().proof(one.txid())).isEqualTo(one.proof().map(BlockProof::path));
        }
    }
}
