package org.brisket.state.store;

import java.util.Optional;
import org.brisket.protocol.hash.Txid;

/**
 * Keeps one transaction: its bytes once, and each block that proved it. Whatever comes a second
 * time changes nothing.
 *
 * <p>A proof is told once, and told again only if another block proves the transaction, which is
 * what a reorganisation leads to.
 */
public final class TransactionKeeper {
    private final TransactionStore store;
    private final StoreEffects effects;
    private final BestChain chain;

    public TransactionKeeper(TransactionStore store, StoreEffects effects, BestChain chain) {
        this.store = store;
        this.effects = effects;
        this.chain = chain;
    }

    /** A submission that was committed brings the transaction. */
    public void bring(BroughtTransaction brought) {
        Standing standing = store.standing().orElse(Standing.NEW);
        if (standing.stored()) {
            brought.proof().ifPresent(proof -> prove(brought.txid(), standing, proof));
            return;
        }
        store.put(brought.raw());
        Standing stored = standing.asStored();
        store.put(brought.proof().map(stored::provenBy).orElse(stored));
        effects.stored(brought.txid(), brought.raw(), brought.proof());
        brought.proof()
                .filter(proof -> stored.admitted())
                .ifPresent(proof -> effects.proven(brought.txid(), proof));
    }

    /** A block proves the transaction; one that is not stored is none of ours. */
    public void prove(Txid txid, BlockProof proof) {
        store.standing()
                .filter(Standing::stored)
                .ifPresent(standing -> prove(txid, standing, proof));
    }

    private void prove(Txid txid, Standing standing, BlockProof proof) {
        if (standing.isProvenBy(proof.block())) {
            return;
        }
        store.put(standing.provenBy(proof));
        effects.stored(txid, requireRaw(txid), Optional.of(proof));
        if (standing.admitted()) {
            effects.proven(txid, proof);
        }
    }

    private RawTransaction requireRaw(Txid txid) {
        return store.raw()
                .orElseThrow(
                        () -> new IllegalStateException(txid + " is stored without its bytes"));
    }

    /** An admission of the transaction was published; its proof, if there is one, comes next. */
    public void publish(Txid txid) {
        Standing standing = store.standing().orElse(Standing.NEW);
        if (standing.admitted()) {
            return;
        }
        store.put(standing.asAdmitted());
        standing.proofIn(chain).ifPresent(proof -> effects.proven(txid, proof));
    }

    /** The proof to hand out: none that the best chain contradicts. */
    public Optional<BlockProof> proof() {
        return store.standing().flatMap(standing -> standing.proofIn(chain));
    }
}
