package org.brisket.state.coordination;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.state.ledger.LedgerMessage;

/**
 * Decides the submissions of one transaction: commit when the ledgers that it names agree, abort
 * when one that must agree does not. A submission to one ledger is decided by its only vote and
 * leaves nothing behind. The ancestors that a subject brings along share its decision.
 */
public final class Coordinator {
    private final BallotStore store;
    private final Consumer<Decision> decisions;
    private final Consumer<KafkaRecord> taken;

    public Coordinator(BallotStore store, Consumer<Decision> decisions) {
        this(store, decisions, source -> {});
    }

    /**
     * A coordinator for one step or many.
     *
     * @param taken is given the record of each submission that is committed, or was before
     */
    public Coordinator(
            BallotStore store, Consumer<Decision> decisions, Consumer<KafkaRecord> taken) {
        this.store = store;
        this.decisions = decisions;
        this.taken = taken;
    }

    public void handle(LedgerMessage message) {
        if (message instanceof LedgerMessage.Vote vote) {
            count(vote);
        } else if (message instanceof LedgerMessage.Objection objection) {
            rollback(objection.txid(), objection.cause());
        } else if (message instanceof LedgerMessage.AncestorObjection objection) {
            store.all().forEach(ballot -> store.put(ballot.objectedTo(objection.ancestor())));
            decisions.accept(new Decision.Rollback(objection.ancestor(), objection.cause()));
        } else {
            throw new IllegalStateException("ledger message " + message.getClass());
        }
    }

    private void count(LedgerMessage.Vote vote) {
        String key = vote.ticket().key();
        boolean alone = vote.ticket().ledgerCount() == 1;
        Optional<Ballot> open = alone ? Optional.empty() : store.ballot(key);
        Ballot ballot = open.orElseGet(() -> Ballot.open(vote.ticket())).with(vote);
        if (!ballot.isComplete()) {
            store.put(ballot);
            return;
        }
        if (open.isPresent()) {
            store.remove(key);
        }
        List<Decision> decided = ballot.decide();
        decided.forEach(decisions);
        if (decided.stream().noneMatch(Decision.Abort.class::isInstance)) {
            ballot.payload().ifPresent(payload -> taken.accept(payload.source()));
        }
    }

    /** Undoes what was committed, and aborts what is still open once its votes are complete. */
    private void rollback(Txid txid, Txid cause) {
        store.all().forEach(ballot -> store.put(ballot.objectedTo(cause)));
        decisions.accept(new Decision.Rollback(txid, cause));
    }
}
