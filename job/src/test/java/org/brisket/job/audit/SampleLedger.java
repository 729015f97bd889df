package org.brisket.job.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.ledger.Application;
import org.brisket.state.ledger.Application.Status;
import org.brisket.state.ledger.Coin;
import org.brisket.state.ledger.InMemoryLedgerStore;
import org.brisket.state.ledger.Instructions;
import org.brisket.state.ledger.LedgerPosition;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.ledger.LiveDigest;
import org.brisket.state.ledger.ParkedLine;

/** A ledger in order, which tests then disturb; transactions are told apart by a letter. */
final class SampleLedger {
    static final String ID = "TOPIC:tm_a";

    final InMemoryLedgerStore store = new InMemoryLedgerStore();

    static Txid txid(char letter) {
        return new Txid(1, 2, 3, letter);
    }

    static Outpoint coin(char letter, long index) {
        return new Outpoint(txid(letter), index);
    }

    /** The digest of these coins. */
    static LiveDigest digest(Outpoint... coins) {
        return ReplayEntry.sum(ID, List.of(coins));
    }

    /** Applies a transaction that admits its first outputs and spends these coins. */
    SampleLedger apply(Status status, char letter, int outputs, Outpoint... spent) {
        LiveDigest digest = store.position().digest().minus(digest(spent));
        for (Outpoint coin : spent) {
            store.putCoin(coin, store.coin(coin).orElseThrow().spentBy(txid(letter)));
        }
        for (int output = 0; output < outputs; output++) {
            store.putCoin(coin(letter, output), Coin.unspent(status == Status.PENDING));
            digest = digest.plus(digest(coin(letter, output)));
        }
        LedgerPosition next = new LedgerPosition(store.position().sequence() + 1, digest);
        store.putPosition(next);
        store.putApplication(txid(letter), application(status, outputs, List.of(spent), next));
        return this;
    }

    static Application application(
            Status status, int outputs, List<Outpoint> spent, LedgerPosition position) {
        List<Integer> inputs = IntStream.range(0, spent.size()).boxed().toList();
        Instructions instructions =
                new Instructions(IntStream.range(0, outputs).boxed().toList(), List.of(), inputs);
        return new Application(status, List.of(), Optional.empty(), instructions, spent, position);
    }

    Application application(char letter) {
        return store.application(txid(letter)).orElseThrow();
    }

    /** The application with another status. */
    void become(Status status, char letter) {
        Application held = application(letter);
        store.putApplication(
                txid(letter),
                new Application(
                        status,
                        held.claims(),
                        Optional.empty(),
                        held.instructions(),
                        held.spentCoins(),
                        held.position()));
    }

    /** What the ledger said, and the log says, of an application. */
    LedgerVerdict verdict(char letter) {
        return verdict(ID, application(letter));
    }

    static LedgerVerdict verdict(String ledger, Application held) {
        return new LedgerVerdict(
                ledger,
                held.instructions(),
                held.spentCoins(),
                false,
                held.position(),
                Optional.empty());
    }

    AuditRecord.Held held(char letter) {
        return new AuditRecord.Held(txid(letter), ID, application(letter), List.of());
    }

    /** Lets a proposal wait behind a transaction. */
    void await(char letter) {
        store.parkedLines().put(txid(letter), new ParkedLine(0, 1, 0));
    }

    List<AuditRecord> audit(AuditReport report) {
        List<AuditRecord> out = new ArrayList<>();
        new LedgerAudit(ID, store, report).run(out::add);
        return out;
    }
}
