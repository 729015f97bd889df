package org.brisket.state.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.ledger.Application;
import org.brisket.state.ledger.BacklogRange;
import org.brisket.state.ledger.Coin;
import org.brisket.state.ledger.LedgerPosition;
import org.brisket.state.ledger.LedgerStore;
import org.brisket.state.ledger.LedgerTable;
import org.brisket.state.ledger.LedgerTask;
import org.brisket.state.ledger.ParkedLine;
import org.brisket.state.ledger.ParkedSlot;
import org.brisket.state.ledger.Proposal;
import org.brisket.state.ledger.TokenStore;

/** Keeps what is written to itself, so that a step can be tried without being taken. */
final class RehearsalStore implements LedgerStore {
    private final LedgerStore real;
    private final Map<Outpoint, Optional<Coin>> coins = new HashMap<>();
    private final Map<Txid, Optional<Application>> applications = new HashMap<>();
    private final LedgerTable<Long, Txid> applied;
    private final LedgerTable<Txid, ParkedLine> parkedLines;
    private final LedgerTable<ParkedSlot, Proposal> parkedProposals;
    private final LedgerTable<Long, LedgerTask> backlog;
    private final TokenStore tokens;
    private LedgerPosition position;
    private BacklogRange backlogRange;

    RehearsalStore(LedgerStore real) {
        this.real = real;
        this.applied = new RehearsalTable<>(real.applied());
        this.parkedLines = new RehearsalTable<>(real.parkedLines());
        this.parkedProposals = new RehearsalTable<>(real.parkedProposals());
        this.backlog = new RehearsalTable<>(real.backlog());
        this.tokens = new RehearsalTokenStore(real.tokens());
        this.position = real.position();
        this.backlogRange = real.backlogRange();
    }

    @Override
    public Optional<Coin> coin(Outpoint outpoint) {
        Optional<Coin> written = coins.get(outpoint);
        return written == null ? real.coin(outpoint) : written;
    }

    @Override
    public void putCoin(Outpoint outpoint, Coin coin) {
        coin(outpoint).ifPresent(before -> SimulatedLedgerStore.check(outpoint, before, coin));
        coins.put(outpoint, Optional.of(coin));
    }

    @Override
    public void removeCoin(Outpoint outpoint) {
        coins.put(outpoint, Optional.empty());
    }

    @Override
    public TokenStore tokens() {
        return tokens;
    }

    @Override
    public LedgerPosition position() {
        return position;
    }

    @Override
    public void putPosition(LedgerPosition next) {
        position = next;
    }

    @Override
    public Optional<Application> application(Txid txid) {
        Optional<Application> written = applications.get(txid);
        return written == null ? real.application(txid) : written;
    }

    @Override
    public void putApplication(Txid txid, Application application) {
        applications.put(txid, Optional.of(application));
    }

    @Override
    public void removeApplication(Txid txid) {
        applications.put(txid, Optional.empty());
    }

    @Override
    public LedgerTable<Long, Txid> applied() {
        return applied;
    }

    @Override
    public LedgerTable<Txid, ParkedLine> parkedLines() {
        return parkedLines;
    }

    @Override
    public LedgerTable<ParkedSlot, Proposal> parkedProposals() {
        return parkedProposals;
    }

    @Override
    public LedgerTable<Long, LedgerTask> backlog() {
        return backlog;
    }

    @Override
    public BacklogRange backlogRange() {
        return backlogRange;
    }

    @Override
    public void putBacklogRange(BacklogRange range) {
        backlogRange = range;
    }
}
