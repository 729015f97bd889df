package org.brisket.simulator.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.brisket.protocol.hash.Txid;
import org.brisket.simulator.network.Verdict;

/**
 * One ARC endpoint as tests hold it: its address, its knobs, the transactions that it refuses, its
 * lies, and what becomes of its callbacks.
 */
public final class ArcEndpoint {
    private final String name;
    private final String url;
    private final ServiceKnobs knobs = new ServiceKnobs();
    private final CallbackKnobs callbacks = new CallbackKnobs();
    private volatile EndpointLie lie = EndpointLie.NONE;
    private volatile boolean reversesBatches;
    private final Map<Txid, Verdict.Refused> refusals = new ConcurrentHashMap<>();

    ArcEndpoint(String name, String url) {
        this.name = name;
        this.url = url;
    }

    /** The name that the ledger's posts bear: {@code arc1}, {@code arc2}, … */
    public String name() {
        return name;
    }

    /** The base URL, to which clients add {@code /v1/tx} and the like. */
    public String url() {
        return url;
    }

    public ServiceKnobs knobs() {
        return knobs;
    }

    /** What becomes of the callbacks for transactions that it heard of first. */
    public CallbackKnobs callbacks() {
        return callbacks;
    }

    public void lie(EndpointLie how) {
        lie = how;
    }

    EndpointLie lie() {
        return lie;
    }

    /** While true, it works on a batch from its end, children before their parents. */
    public void reverseBatches(boolean value) {
        reversesBatches = value;
    }

    boolean reversesBatches() {
        return reversesBatches;
    }

    /** Posts of that transaction are refused with an ARC code (460 to 476) or HTTP status. */
    public void refuse(Txid txid, int code, String detail) {
        refusals.put(txid, new Verdict.Refused(code, detail, List.of()));
    }

    /** Takes back {@link #refuse}. */
    public void acceptAgain(Txid txid) {
        refusals.remove(txid);
    }

    Optional<Verdict.Refused> refusalOf(Txid txid) {
        return Optional.ofNullable(refusals.get(txid));
    }
}
