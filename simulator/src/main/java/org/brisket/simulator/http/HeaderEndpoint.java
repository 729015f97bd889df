package org.brisket.simulator.http;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.header.BlockHeader;
import org.brisket.simulator.chain.Headers;
import org.brisket.simulator.chain.Miner;

/** One header service as tests hold it: its address, its knobs and the lies that it tells. */
public final class HeaderEndpoint {
    private final String url;
    private final Headers truth;
    private final ServiceKnobs knobs = new ServiceKnobs();
    private final Map<Long, MerkleRoot> lies = new ConcurrentHashMap<>();
    private final LongAdder lookups = new LongAdder();

    HeaderEndpoint(String url, Headers truth) {
        this.url = url;
        this.truth = truth;
    }

    /** The base URL, to which clients add the paths of the service's API. */
    public String url() {
        return url;
    }

    public ServiceKnobs knobs() {
        return knobs;
    }

    /** Claims another merkle root for a height. */
    public void lie(long height, MerkleRoot root) {
        lies.put(height, root);
    }

    /** Takes back every lie. */
    public void stopLying() {
        lies.clear();
    }

    /** How many questions about single roots or heights were answered; reading on is none. */
    public long lookups() {
        return lookups.sum();
    }

    void countLookup() {
        lookups.increment();
    }

    long tipHeight() {
        return truth.tipHeight();
    }

    BlockHeader tip() {
        long height = tipHeight();
        return header(height).orElseThrow();
    }

    Optional<BlockHeader> header(long height) {
        Optional<BlockHeader> honest = truth.at(height);
        MerkleRoot lie = lies.get(height);
        if (lie == null) {
            return honest;
        }
        return honest.map(header -> Miner.mine(header.previous(), lie, header.time()));
    }
}
