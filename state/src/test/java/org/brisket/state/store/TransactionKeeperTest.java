package org.brisket.state.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.state.store.ExampleBlocks.proof;
import static org.brisket.state.store.ExampleBlocks.proven;
import static org.brisket.state.store.ExampleBlocks.unproven;

import java.util.HashMap;
import java.util.Map;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.state.ExampleTransactions;
import org.junit.jupiter.api.Test;

/** One transaction, from its first sight over its proofs to a reorganisation. */
class TransactionKeeperTest {
    private static final Transaction ONE = ExampleTransactions.funding(1, 1);
    private static final Txid TXID = ONE.txid();

    private final BlockProof proof = proof(ONE, 100, 1);
    private final BlockProof rival = proof(ONE, 100, 2);
    private final Map<Long, MerkleRoot> chain = new HashMap<>();
    private final InMemoryTransactionStore store = new InMemoryTransactionStore();
    private final RecordingStoreEffects effects = new RecordingStoreEffects();
    private final TransactionKeeper keeper = new TransactionKeeper(store, effects, chain::get);

    TransactionKeeperTest() throws MalformedException {}

    @Test
    void storesATransactionOnce() {
        keeper.bring(unproven(ONE));
        keeper.bring(unproven(ONE));

        assertThat(effects.stored).containsExactly(unproven(ONE));
        assertThat(store.raw()).contains(unproven(ONE).raw());
        assertThat(keeper.proof()).isEmpty();
    }

    @Test
    void storesTheProofThatCameAlong() {
        keeper.bring(proven(ONE, proof));
        keeper.prove(TXID, proof);

        assertThat(effects.stored).containsExactly(proven(ONE, proof));
        assertThat(keeper.proof()).contains(proof);
        assertThat(effects.proven).as("nobody was told that it is admitted").isEmpty();
    }

    @Test
    void isUpgradedByAProofOnce() {
        keeper.bring(unproven(ONE));
        keeper.publish(TXID);
        keeper.prove(TXID, proof);
        keeper.prove(TXID, proof);
        keeper.bring(proven(ONE, proof));
        keeper.bring(unproven(ONE));

        assertThat(effects.stored).containsExactly(unproven(ONE), proven(ONE, proof));
        assertThat(effects.proven).containsExactly(proof);
        assertThat(keeper.proof()).contains(proof);
    }

    @Test
    void isUpgradedByTheProofInAnotherSubmission() {
        keeper.bring(unproven(ONE));
        keeper.publish(TXID);
        keeper.bring(proven(ONE, proof));

        assertThat(effects.proven).containsExactly(proof);
    }

    @Test
    void tellsTheProofOnceTheAdmissionIsPublished() {
        keeper.bring(proven(ONE, proof));
        keeper.publish(TXID);
        keeper.publish(TXID);

        assertThat(effects.proven).containsExactly(proof);
    }

    @Test
    void ignoresTheProofOfATransactionThatIsNotStored() {
        keeper.prove(TXID, proof);
        keeper.publish(TXID);
        keeper.prove(TXID, proof);

        assertThat(effects.stored).isEmpty();
        assertThat(effects.proven).isEmpty();
        assertThat(keeper.proof()).isEmpty();
    }

    @Test
    void tellsTheProofOfWhatWasAdmittedBeforeItWasStored() {
        keeper.publish(TXID);
        keeper.bring(proven(ONE, proof));

        assertThat(effects.proven).containsExactly(proof);
    }

    @Test
    void handsOutNoProofOfABlockThatWasReplaced() {
        keeper.bring(proven(ONE, proof));
        keeper.publish(TXID);
        chain.put(100L, rival.block().root());

        assertThat(keeper.proof()).isEmpty();

        keeper.prove(TXID, rival);
        assertThat(keeper.proof()).contains(rival);
        assertThat(effects.stored).containsExactly(proven(ONE, proof), proven(ONE, rival));
        assertThat(effects.proven).containsExactly(proof, rival);
    }

    @Test
    void handsOutTheFirstProofAgainWhenTheChainGoesBack() {
        keeper.bring(proven(ONE, proof));
        keeper.prove(TXID, rival);
        chain.put(100L, proof.block().root());

        assertThat(keeper.proof()).contains(proof);

        keeper.prove(TXID, proof);
        assertThat(effects.stored).hasSize(2);
    }

    @Test
    void takesAProofThatIsAheadOfTheHeaders() {
        chain.put(100L, proof.block().root());
        keeper.bring(unproven(ONE));
        keeper.prove(TXID, rival);
        assertThat(keeper.proof()).isEmpty();

        chain.put(100L, rival.block().root());
        assertThat(keeper.proof()).contains(rival);
    }

    @Test
    void keepsTwoProofsAtMost() throws MalformedException {
        keeper.bring(unproven(ONE));
        for (int seed = 1; seed <= 5; seed++) {
            keeper.prove(TXID, proof(ONE, 100, seed));
        }

        assertThat(store.standing().orElseThrow().proofs())
                .containsExactly(proof(ONE, 100, 5), proof(ONE, 100, 4));
    }
}
