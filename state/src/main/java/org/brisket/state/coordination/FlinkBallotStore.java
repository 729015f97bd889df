package org.brisket.state.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/** The ballots of the current key in Flink's keyed state. The state name is permanent. */
public final class FlinkBallotStore implements BallotStore {
    private final MapState<String, Ballot> ballots;

    public FlinkBallotStore(RuntimeContext context) {
        ballots =
                context.getMapState(
                        new MapStateDescriptor<>(
                                "ballots", Types.STRING, new BallotCodec().typeInfo()));
    }

    @Override
    public Optional<Ballot> ballot(String ticketKey) {
        try {
            return Optional.ofNullable(ballots.get(ticketKey));
        } catch (Exception e) {
            throw new IllegalStateException("a ballot cannot be read", e);
        }
    }

    @Override
    public void put(Ballot ballot) {
        try {
            ballots.put(ballot.ticket().key(), ballot);
        } catch (Exception e) {
            throw new IllegalStateException("a ballot cannot be written", e);
        }
    }

    @Override
    public void remove(String ticketKey) {
        try {
            ballots.remove(ticketKey);
        } catch (Exception e) {
            throw new IllegalStateException("a ballot cannot be removed", e);
        }
    }

    @Override
    public List<Ballot> all() {
        try {
            List<Ballot> all = new ArrayList<>();
            ballots.values().forEach(all::add);
            return all;
        } catch (Exception e) {
            throw new IllegalStateException("the ballots cannot be read", e);
        }
    }
}
