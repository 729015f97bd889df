package org.brisket.simulator.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.simulator.chain.Block;
import org.brisket.simulator.http.SimulatedNetwork;
import org.brisket.simulator.network.ArcStatus;
import org.brisket.simulator.network.NetworkLedger;
import org.brisket.simulator.network.PostedTransaction;
import org.brisket.simulator.workload.RivalForge;

/** What the actions of a scenario work with: the network, and the scenario's own randomness. */
public final class Stage {
    private final SimulatedNetwork network;
    private final RivalForge rivals;
    private final Random random;
    private final Set<Txid> rejected = new HashSet<>();
    private final Map<Action, Collected> collected = new IdentityHashMap<>();

    Stage(SimulatedNetwork network, RivalForge rivals, long seed) {
        this.network = network;
        this.rivals = rivals;
        this.random = new Random(seed);
    }

    SimulatedNetwork network() {
        return network;
    }

    NetworkLedger ledger() {
        return network.ledger();
    }

    long nextSeed() {
        return random.nextLong();
    }

    /** The transactions that were refused and not yet accepted again. */
    Set<Txid> rejected() {
        return rejected;
    }

    /** Notes that an action did something so many times more. */
    Collected collect(Action action, int more) {
        Collected now = collected.get(action);
        long since = now == null ? network.chain().tipHeight() : now.sinceHeight();
        Collected next = new Collected((now == null ? 0 : now.count()) + more, since);
        if (next.count() > 0) {
            collected.put(action, next);
        }
        return next;
    }

    /** An action took all that it wants, or what it found until two more blocks had come. */
    boolean isEnough(Collected all, int wanted) {
        boolean late = network.chain().tipHeight() >= all.sinceHeight() + 2;
        return all.count() >= wanted || (all.count() > 0 && late);
    }

    /** How often an action did something so far, and the height at which it began to. */
    record Collected(int count, long sinceHeight) {}

    /** The undisputed transactions that wait for a block, in a random order. */
    List<Txid> shuffledMempool() {
        List<Txid> waiting = new ArrayList<>(ledger().mempoolTxids());
        waiting.removeIf(
                txid ->
                        ledger().state(txid)
                                .filter(state -> state.status() == ArcStatus.SEEN_ON_NETWORK)
                                .isEmpty());
        Collections.shuffle(waiting, random);
        return waiting;
    }

    /** A double spend of a transaction that the network holds, if one can be made. */
    Optional<PostedTransaction> rivalOf(Txid ours) {
        return ledger().transaction(ours).flatMap(this::rivalOf);
    }

    Optional<PostedTransaction> rivalOf(PostedTransaction ours) {
        return ours.claimedSources()
                .map(sources -> new ExtendedTransaction(ours.transaction(), sources))
                .flatMap(rivals::rivalOf)
                .map(PostedTransaction::of);
    }

    /** Double spends of some transactions of these blocks that spend older coins. */
    List<PostedTransaction> rivalsOf(List<Block> blocks, int count) {
        Set<Txid> mined = new HashSet<>();
        blocks.forEach(block -> mined.addAll(block.txids()));
        List<Txid> shuffled = new ArrayList<>();
        blocks.forEach(block -> shuffled.addAll(block.txids().subList(1, block.txids().size())));
        Collections.shuffle(shuffled, random);
        return shuffled.stream()
                .map(this::rivalOf)
                .flatMap(Optional::stream)
                .filter(rival -> !mined.contains(rival.transaction().previousOutput(0).txid()))
                .limit(count)
                .toList();
    }
}
