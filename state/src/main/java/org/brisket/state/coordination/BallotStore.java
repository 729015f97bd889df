package org.brisket.state.coordination;

import java.util.List;
import java.util.Optional;

/**
 * The open ballots about one transaction, by the key of their ticket; a decided ballot is removed.
 */
public interface BallotStore {
    Optional<Ballot> ballot(String ticketKey);

    void put(Ballot ballot);

    void remove(String ticketKey);

    List<Ballot> all();
}
