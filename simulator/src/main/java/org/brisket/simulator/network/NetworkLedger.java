package org.brisket.simulator.network;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.simulator.chain.Block;
import org.brisket.simulator.chain.Reorganisation;
import org.brisket.simulator.chain.SimulatedChain;

/**
 * The network's own book: the transactions that it holds, every status that they had, and every
 * post. Tests ask it what really happened. One for all endpoints; safe for concurrent use.
 */
public final class NetworkLedger {
    private final Nodes nodes;
    private final HeldTransactions held;
    private final TransactionStates states;
    private final PostBook posts = new PostBook();
    private final StatusHistory history = new StatusHistory();
    private final Clock clock;
    private final List<NetworkListener> listeners = new CopyOnWriteArrayList<>();

    /**
     * @param minedElsewhere transactions besides the chain's own that count as mined
     */
    public NetworkLedger(
            SimulatedChain chain,
            Function<Txid, Optional<Transaction>> minedElsewhere,
            NetworkOptions options,
            Clock clock) {
        Function<Txid, Optional<Transaction>> mined =
                txid -> chain.fundingTransaction(txid).or(() -> minedElsewhere.apply(txid));
        this.nodes = new Nodes(chain, mined, options);
        this.held = nodes.held;
        this.states = new TransactionStates(chain, held, mined);
        this.clock = clock;
    }

    public void addListener(NetworkListener listener) {
        listeners.add(listener);
    }

    /** Offers a transaction through the named endpoint, which tells the truth about it. */
    public Verdict post(String endpoint, PostedTransaction posted, AcceptanceOptions options) {
        return post(endpoint, posted, options, UnaryOperator.identity());
    }

    /**
     * Offers a transaction through the named endpoint and records the post.
     *
     * @param answer what the endpoint makes of the verdict
     */
    public Verdict post(
            String endpoint,
            PostedTransaction posted,
            AcceptanceOptions options,
            UnaryOperator<Verdict> answer) {
        return change(
                () -> {
                    Verdict verdict = answer.apply(offer(posted, options));
                    recordPost(endpoint, posted.txid(), verdict);
                    return verdict;
                });
    }

    private Verdict offer(PostedTransaction posted, AcceptanceOptions options) {
        return states.elsewhere(posted.txid())
                .<Verdict>map(Verdict.Held::new)
                .orElseGet(() -> verdict(posted.txid(), nodes.offer(posted, options)));
    }

    private Verdict verdict(Txid txid, Optional<Verdict.Refused> refusal) {
        return refusal.isPresent() ? refusal.get() : new Verdict.Held(state(txid).orElseThrow());
    }

    /** Records a post that the endpoint answered without asking the network. */
    public synchronized void recordPost(String endpoint, Txid txid, Verdict answer) {
        posts.add(endpoint, txid, answer, clock.instant());
    }

    /**
     * Shows nodes a transaction that no endpoint received. If it spends what an unmined transaction
     * spends, both are contested from now on, and the first stays in the mempool.
     */
    public Verdict inject(PostedTransaction posted) {
        return change(() -> verdict(posted.txid(), nodes.see(posted)));
    }

    /** The next block holds this contested transaction, and not what it competes with. */
    public synchronized void prefer(Txid rival) {
        nodes.prefer(rival);
    }

    /** Mines a block from the mempool, in order of arrival; it may hold a coinbase alone. */
    public Block mineBlock() {
        return change(nodes::mineBlock);
    }

    /** Lets a longer branch take the place of the newest blocks. */
    public Reorganisation reorganise(BranchPlan plan) {
        return change(() -> nodes.reorganise(plan));
    }

    /**
     * Makes the network change its mind about an unmined transaction and all that stand on it.
     *
     * @return whether it was there
     */
    public boolean reject(Txid txid, String reason) {
        return change(() -> nodes.reject(txid, reason));
    }

    /**
     * Makes the network change its mind again about a transaction that it {@link #reject refused}.
     *
     * @return whether it is back in the mempool
     */
    public boolean reinstate(Txid txid) {
        return change(() -> nodes.reinstate(txid));
    }

    /** Does something under the lock, then tells listeners, outside of it, what has changed. */
    private <T> T change(Supplier<T> action) {
        T result;
        List<TransactionState> changes = new ArrayList<>();
        synchronized (this) {
            result = action.get();
            for (Txid txid : held.drainChanges()) {
                TransactionState state = state(txid).orElseThrow();
                history.add(state, clock.instant());
                changes.add(state);
            }
        }
        changes.forEach(change -> listeners.forEach(each -> each.statusChanged(change)));
        return result;
    }

    /** What the network knows of a transaction; empty if it never took it. */
    public synchronized Optional<TransactionState> state(Txid txid) {
        return states.of(txid);
    }

    /** A transaction that the network took, as it was posted or injected. */
    public synchronized Optional<PostedTransaction> transaction(Txid txid) {
        return held.find(txid).map(each -> each.posted);
    }

    /** Every status that a transaction had on the network, in order; of very many only some. */
    public synchronized List<StatusChange> historyOf(Txid txid) {
        return history.of(txid);
    }

    /** Every post of a transaction, in order, up to the first hundred. */
    public synchronized List<Post> postsOf(Txid txid) {
        return posts.of(txid);
    }

    /** Every txid that was ever posted, taken or not. */
    public synchronized Set<Txid> postedTxids() {
        return posts.txids();
    }

    /** The number of posts, repeats included. */
    public synchronized long postCount() {
        return posts.count();
    }

    /** The txids that are in the mempool or mined. */
    public synchronized Set<Txid> acceptedTxids() {
        return held.spendableTxids();
    }

    /** The txids that wait for a block, in the order in which it would hold them. */
    public synchronized List<Txid> mempoolTxids() {
        return held.next(Integer.MAX_VALUE).stream().map(NetworkTransaction::txid).toList();
    }

    /** The number of transactions that wait for a block. */
    public synchronized int mempoolSize() {
        return held.minableCount();
    }
}
