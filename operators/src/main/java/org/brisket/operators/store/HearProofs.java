package org.brisket.operators.store;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.brisket.state.query.StoreCommand;
import org.brisket.state.tracking.NetworkObservation;

/** Passes on the proofs among the observations, which were checked before. */
public final class HearProofs implements FlatMapFunction<NetworkObservation, StoreCommand> {
    private static final long serialVersionUID = 1L;

    @Override
    public void flatMap(NetworkObservation observation, Collector<StoreCommand> out) {
        if (observation instanceof NetworkObservation.Mined mined) {
            mined.proof().ifPresent(p -> out.collect(new StoreCommand.Prove(mined.txid(), p)));
        }
    }
}
