package org.brisket.simulator.http;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.simulator.network.ArcStatus;
import org.brisket.simulator.network.NetworkLedger;
import org.brisket.simulator.network.TransactionState;
import org.brisket.simulator.network.Verdict;

/** What an endpoint says in the place of the truth, if it lies. */
record ArcLies(ArcEndpoint endpoint, NetworkLedger ledger) {
    private static final int INVALID_SCRIPT = 461;

    /** The answer of one that hands nothing on; empty if it does not lie like that. */
    Optional<Verdict> alone(Txid txid) {
        return switch (endpoint.lie()) {
            case REJECTS -> Optional.of(refusal());
            case SWALLOWS -> Optional.of(seen(txid));
            case NONE, CONTRADICTS -> Optional.empty();
        };
    }

    /** The answer of one that knows the network's verdict. */
    Verdict about(Txid txid, Verdict truth) {
        if (endpoint.lie() != EndpointLie.CONTRADICTS) {
            return truth;
        }
        return truth.isAccepted() ? refusal() : seen(txid);
    }

    /** What it says when it is asked for the status. */
    Optional<TransactionState> state(Txid txid) {
        Optional<TransactionState> truth = ledger.state(txid);
        return switch (endpoint.lie()) {
            case NONE -> truth;
            case REJECTS -> Optional.of(claim(txid, ArcStatus.REJECTED));
            case SWALLOWS -> Optional.of(claim(txid, ArcStatus.SEEN_ON_NETWORK));
            case CONTRADICTS ->
                    truth.map(
                            state ->
                                    claim(
                                            txid,
                                            state.status() == ArcStatus.REJECTED
                                                    ? ArcStatus.SEEN_ON_NETWORK
                                                    : ArcStatus.REJECTED));
        };
    }

    private static Verdict refusal() {
        return new Verdict.Refused(INVALID_SCRIPT, "script failed at input 0", List.of());
    }

    private static Verdict seen(Txid txid) {
        return new Verdict.Held(claim(txid, ArcStatus.SEEN_ON_NETWORK));
    }

    private static TransactionState claim(Txid txid, ArcStatus status) {
        return new TransactionState(txid, status, Optional.empty(), List.of(), "");
    }
}
