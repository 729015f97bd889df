package org.brisket.state.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;

/**
 * A ledger's store as one step sees it: what the step reads more than once is read from the store
 * once. Every change goes to the store at once, and nothing else may change the store meanwhile.
 */
final class StepStore extends ForwardingLedgerStore {
    private final Map<Outpoint, Optional<Coin>> coins = new HashMap<>();
    private final Map<Txid, Optional<Application>> applications = new HashMap<>();
    private Optional<LedgerPosition> position = Optional.empty();
    private Optional<BacklogRange> backlogRange = Optional.empty();

    StepStore(LedgerStore behind) {
        super(behind);
    }

    /** Forgets what was read: a new step begins. */
    void begin() {
        coins.clear();
        applications.clear();
        position = Optional.empty();
        backlogRange = Optional.empty();
    }

    @Override
    public Optional<Coin> coin(Outpoint outpoint) {
        return coins.computeIfAbsent(outpoint, super::coin);
    }

    @Override
    public void putCoin(Outpoint outpoint, Coin coin) {
        super.putCoin(outpoint, coin);
        coins.replace(outpoint, Optional.of(coin));
    }

    @Override
    public void removeCoin(Outpoint outpoint) {
        super.removeCoin(outpoint);
        coins.replace(outpoint, Optional.empty());
    }

    @Override
    public LedgerPosition position() {
        if (position.isEmpty()) {
            position = Optional.of(super.position());
        }
        return position.get();
    }

    @Override
    public void putPosition(LedgerPosition next) {
        super.putPosition(next);
        position = Optional.of(next);
    }

    @Override
    public Optional<Application> application(Txid txid) {
        return applications.computeIfAbsent(txid, super::application);
    }

    @Override
    public void putApplication(Txid txid, Application application) {
        super.putApplication(txid, application);
        applications.replace(txid, Optional.of(application));
    }

    @Override
    public void removeApplication(Txid txid) {
        super.removeApplication(txid);
        applications.replace(txid, Optional.empty());
    }

    @Override
    public BacklogRange backlogRange() {
        if (backlogRange.isEmpty()) {
            backlogRange = Optional.of(super.backlogRange());
        }
        return backlogRange.get();
    }

    @Override
    public void putBacklogRange(BacklogRange range) {
        super.putBacklogRange(range);
        backlogRange = Optional.of(range);
    }
}
