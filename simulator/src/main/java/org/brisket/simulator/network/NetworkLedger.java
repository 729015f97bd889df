package org.brisket.simulator.network;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.simulator.chain.Block;
import org.brisket.simulator.chain.SimulatedChain;

/**
 * The network's own book: which transactions it holds and in what state, and every post that it
 * ever received. Tests ask it what really arrived. One for all endpoints; safe for concurrent use.
 */
public final class NetworkLedger {
    private static final int LARGEST_BLOCK = 100_000;
    private static final int POSTS_KEPT_PER_TRANSACTION = 100;
    private static final int TAKEN = 200;

    private final SimulatedChain chain;
    private final Function<Txid, Optional<Transaction>> minedElsewhere;
    private final Mempool mempool;
    private final Clock clock;
    private final Map<Txid, List<Post>> posts = new HashMap<>();
    private final List<NetworkListener> listeners = new CopyOnWriteArrayList<>();
    private long postCount;

    /**
     * @param minedElsewhere transactions besides the chain's own that count as mined
     */
    public NetworkLedger(
            SimulatedChain chain,
            Function<Txid, Optional<Transaction>> minedElsewhere,
            NetworkOptions options,
            Clock clock) {
        this.chain = chain;
        this.minedElsewhere =
                txid -> chain.fundingTransaction(txid).or(() -> minedElsewhere.apply(txid));
        this.mempool = new Mempool(options, this.minedElsewhere);
        this.clock = clock;
    }

    public void addListener(NetworkListener listener) {
        listeners.add(listener);
    }

    /** Offers a transaction through the named endpoint and records the post. */
    public Verdict post(String endpoint, PostedTransaction posted, AcceptanceOptions options) {
        Verdict verdict;
        List<TransactionState> changes;
        synchronized (this) {
            Optional<TransactionState> known = stateElsewhere(posted.txid());
            Optional<Verdict.Refused> refusal =
                    known.isPresent() ? Optional.empty() : mempool.offer(posted, options);
            verdict =
                    refusal.<Verdict>map(refused -> refused)
                            .orElseGet(() -> new Verdict.Held(state(posted.txid()).orElseThrow()));
            record(endpoint, posted.txid(), verdict);
            changes = drainChanges();
        }
        tell(changes);
        return verdict;
    }

    /** Records a post that the endpoint refused without asking the network. */
    public synchronized void recordRefusal(String endpoint, Txid txid, Verdict.Refused refusal) {
        record(endpoint, txid, refusal);
    }

    private void record(String endpoint, Txid txid, Verdict verdict) {
        postCount++;
        List<Post> list = posts.computeIfAbsent(txid, key -> new ArrayList<>(2));
        if (list.size() >= POSTS_KEPT_PER_TRANSACTION) {
            return;
        }
        if (verdict instanceof Verdict.Refused refused) {
            list.add(new Post(endpoint, clock.instant(), refused.code(), refused.detail()));
        } else if (verdict instanceof Verdict.Held held) {
            list.add(new Post(endpoint, clock.instant(), TAKEN, held.state().status().name()));
        }
    }

    /** Mines a block from the mempool, in order of arrival; it may hold a coinbase alone. */
    public Block mineBlock() {
        Block block;
        List<TransactionState> changes;
        synchronized (this) {
            List<NetworkTransaction> next = mempool.next(LARGEST_BLOCK);
            block = chain.mine(next.stream().map(t -> t.posted.txid()).toList());
            for (int i = 0; i < next.size(); i++) {
                mempool.markMined(next.get(i), block.height(), i + 1);
            }
            changes = drainChanges();
        }
        tell(changes);
        return block;
    }

    /** Makes the network change its mind about an unmined transaction and all that stand on it. */
    public void reject(Txid txid, String reason) {
        List<TransactionState> changes;
        synchronized (this) {
            mempool.evict(txid, reason);
            changes = drainChanges();
        }
        tell(changes);
    }

    private List<TransactionState> drainChanges() {
        return mempool.drainChanges().stream().map(txid -> state(txid).orElseThrow()).toList();
    }

    private void tell(List<TransactionState> changes) {
        changes.forEach(change -> listeners.forEach(each -> each.statusChanged(change)));
    }

    /** What the network knows of a transaction; empty if it never took it. */
    public synchronized Optional<TransactionState> state(Txid txid) {
        return mempool.find(txid)
                .map(held -> held.state(minedAt(held)))
                .or(() -> stateElsewhere(txid));
    }

    private Optional<MinedAt> minedAt(NetworkTransaction held) {
        if (!held.isMined()) {
            return Optional.empty();
        }
        return chain.at(held.height)
                .map(
                        header ->
                                new MinedAt(
                                        held.height,
                                        header.hash(),
                                        chain.proof(held.height, held.indexInBlock)));
    }

    private Optional<TransactionState> stateElsewhere(Txid txid) {
        return minedElsewhere
                .apply(txid)
                .map(
                        transaction ->
                                new TransactionState(
                                        txid,
                                        ArcStatus.MINED,
                                        Optional.empty(),
                                        List.of(),
                                        "mined before this network began"));
    }

    /** Every post of a transaction, in order, up to the first hundred. */
    public synchronized List<Post> postsOf(Txid txid) {
        return List.copyOf(posts.getOrDefault(txid, List.of()));
    }

    /** Every txid that was ever posted, taken or not. */
    public synchronized Set<Txid> postedTxids() {
        return new HashSet<>(posts.keySet());
    }

    /** The number of posts, repeats included. */
    public synchronized long postCount() {
        return postCount;
    }

    /** The txids of posted transactions that are in the mempool or mined. */
    public synchronized Set<Txid> acceptedTxids() {
        return mempool.transactions().stream()
                .filter(NetworkTransaction::isLive)
                .map(transaction -> transaction.posted.txid())
                .collect(Collectors.toSet());
    }

    /** Where a posted transaction was mined. */
    public synchronized Optional<MinedAt> minedAt(Txid txid) {
        return mempool.find(txid).flatMap(this::minedAt);
    }

    /** The number of transactions that wait for a block. */
    public synchronized int mempoolSize() {
        return mempool.minableCount();
    }
}
