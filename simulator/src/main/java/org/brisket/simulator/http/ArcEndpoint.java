package org.brisket.simulator.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.brisket.protocol.hash.Txid;
import org.brisket.simulator.network.Verdict;

/** One ARC endpoint as tests hold it: its address, its knobs and the transactions it refuses. */
public final class ArcEndpoint {
    private final String name;
    private final String url;
    private final ServiceKnobs knobs = new ServiceKnobs();
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
