package org.brisket.simulator.network;

import java.util.Optional;
import java.util.function.Function;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.simulator.chain.SimulatedChain;

/** What can be told of transactions, proofs included. Guarded by its ledger's lock. */
record TransactionStates(
        SimulatedChain chain,
        HeldTransactions held,
        Function<Txid, Optional<Transaction>> minedElsewhere) {

    Optional<TransactionState> of(Txid txid) {
        return held.find(txid).map(each -> each.state(minedAt(each))).or(() -> elsewhere(txid));
    }

    /** The state of a transaction that was mined before the network began. */
    Optional<TransactionState> elsewhere(Txid txid) {
        return minedElsewhere.apply(txid).map(mined -> TransactionState.minedBefore(txid));
    }

    private Optional<MinedAt> minedAt(NetworkTransaction mined) {
        if (!mined.isMined()) {
            return Optional.empty();
        }
        return chain.at(mined.height)
                .map(
                        header ->
                                new MinedAt(
                                        mined.height,
                                        header.hash(),
                                        chain.proof(mined.height, mined.indexInBlock)));
    }
}
