package org.brisket.state.coordination;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The open ballots of one transaction in a map; for runs without Flink. */
public final class InMemoryBallotStore implements BallotStore {
    private final Map<String, Ballot> ballots = new TreeMap<>();

    /** Another store with the same ballots. */
    public InMemoryBallotStore copy() {
        InMemoryBallotStore copy = new InMemoryBallotStore();
        copy.ballots.putAll(ballots);
        return copy;
    }

    public boolean isEmpty() {
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
