package org.brisket.simulator.http;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.brisket.protocol.hash.Txid;
import org.brisket.simulator.network.NetworkLedger;
import org.brisket.simulator.network.PostedTransaction;

/**
 * What happens to single transactions at every endpoint: some are poison, which makes a post that
 * holds them fail as a whole and has them refused when they come alone; before some others a rival
 * reaches the network. Safe for concurrent use.
 */
public final class Interventions {
    private final NetworkLedger ledger;
    private final Set<Txid> forestalled = ConcurrentHashMap.newKeySet();
    private volatile TransactionLottery poison = TransactionLottery.none();
    private volatile TransactionLottery ambush = TransactionLottery.none();
    private volatile Function<PostedTransaction, Optional<PostedTransaction>> rivals =
            posted -> Optional.empty();

    Interventions(NetworkLedger ledger) {
        this.ledger = ledger;
    }

    /** Those that the lottery draws from now on are poison. */
    public void poison(TransactionLottery lottery) {
        poison = lottery;
    }

    /** Before those that the lottery draws from now on, their rivals reach the network. */
    public void forestall(
            TransactionLottery lottery,
            Function<PostedTransaction, Optional<PostedTransaction>> rivalOf) {
        rivals = rivalOf;
        ambush = lottery;
    }

    public boolean isPoison(Txid txid) {
        return poison.draws(txid);
    }

    /** The transactions whose rivals came first. */
    public Set<Txid> forestalled() {
        return Set.copyOf(forestalled);
    }

    void before(PostedTransaction posted) {
        if (ambush.draws(posted.txid()) && ledger.state(posted.txid()).isEmpty()) {
            rivals.apply(posted)
                    .filter(rival -> ledger.inject(rival).isAccepted())
                    .ifPresent(rival -> forestalled.add(posted.txid()));
        }
    }
}
