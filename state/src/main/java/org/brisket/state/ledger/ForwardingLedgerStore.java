package org.brisket.state.ledger;

import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;

/** A store before another one, for who changes only some of what it does. */
public class ForwardingLedgerStore implements LedgerStore {
    private final LedgerStore behind;

    protected ForwardingLedgerStore(LedgerStore behind) {
        this.behind = behind;
    }

    @Override
    public Optional<Coin> coin(Outpoint outpoint) {
        return behind.coin(outpoint);
    }

    @Override
    public void putCoin(Outpoint outpoint, Coin coin) {
        behind.putCoin(outpoint, coin);
    }

    @Override
    public void removeCoin(Outpoint outpoint) {
        behind.removeCoin(outpoint);
    }

    @Override
    public TokenStore tokens() {
        return behind.tokens();
    }

    @Override
    public LedgerPosition position() {
        return behind.position();
    }

    @Override
    public void putPosition(LedgerPosition position) {
        behind.putPosition(position);
    }

    @Override
    public Optional<Application> application(Txid txid) {
        return behind.application(txid);
    }

    @Override
    public void putApplication(Txid txid, Application application) {
        behind.putApplication(txid, application);
    }

    @Override
    public void removeApplication(Txid txid) {
        behind.removeApplication(txid);
    }

    @Override
    public LedgerTable<Long, Txid> applied() {
        return behind.applied();
    }

    @Override
    public LedgerTable<Txid, ParkedLine> parkedLines() {
        return behind.parkedLines();
    }

    @Override
    public LedgerTable<ParkedSlot, Proposal> parkedProposals() {
        return behind.parkedProposals();
    }

    @Override
    public LedgerTable<Long, LedgerTask> backlog() {
        return behind.backlog();
    }

    @Override
    public BacklogRange backlogRange() {
        return behind.backlogRange();
    }

    @Override
    public void putBacklogRange(BacklogRange range) {
        behind.putBacklogRange(range);
    }
}
