package org.brisket.state.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.brisket.state.coordination.Ballot;
import org.brisket.state.coordination.BallotStore;

/** The open ballots of one transaction in a map. */
final class SimulatedBallotStore implements BallotStore {
    private final Map<String, Ballot> ballots = new TreeMap<>();

    SimulatedBallotStore copy() {
        SimulatedBallotStore copy = new SimulatedBallotStore();
        copy.ballots.putAll(ballots);
        return copy;
    }

    boolean isEmpty() {
        return ballots.isEmpty();
    }

    @Override
    public Optional<Ballot> ballot(String ticketKey) {
        return Optional.ofNullable(ballots.get(ticketKey));
    }

    @Override
    public void put(Ballot ballot) {
        ballots.put(ballot.ticket().key(), ballot);
    }

    @Override
    public void remove(String ticketKey) {
        ballots.remove(ticketKey);
    }

    @Override
    public List<Ballot> all() {
        return List.copyOf(ballots.values());
    }
}
