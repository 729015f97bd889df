package org.brisket.simulator.workload;

import java.util.Optional;
import java.util.OptionalInt;
import org.brisket.protocol.script.SigningBuilder;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.TransactionOutput;

/** Makes a valid double spend of the first input of a workload's transaction. */
public final class RivalForge {
    /** More than the workload pays, as whoever wants to win a race does. */
    private static final long FEE = 200;

    private final WorkloadKeys keys;

    RivalForge(WorkloadKeys keys) {
        this.keys = keys;
    }

    /** Empty if the coin is not one of the workload's keys, or too small. */
    public Optional<ExtendedTransaction> rivalOf(ExtendedTransaction ours) {
        TransactionOutput coin = ours.sourceOutputs().get(0);
        OptionalInt owner = keys.owner(coin.lockingScript());
        if (owner.isEmpty() || coin.satoshis() <= FEE) {
            return Optional.empty();
        }
        return Optional.of(
                new SigningBuilder()
                        .input(
                                ours.transaction().previousOutput(0),
                                coin,
                                keys.key(owner.getAsInt()))
                        .output(coin.satoshis() - FEE, keys.lock(owner.getAsInt() + 1))
                        .build());
    }
}
