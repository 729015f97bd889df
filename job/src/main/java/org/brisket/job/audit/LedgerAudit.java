package org.brisket.job.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.ledger.Application;
import org.brisket.state.ledger.Application.Status;
import org.brisket.state.ledger.Coin;
import org.brisket.state.ledger.LedgerContents;
import org.brisket.state.ledger.LedgerPosition;
import org.brisket.state.ledger.LiveDigest;

/**
 * What must hold within one ledger. It looks at one coin or application at a time and keeps sums,
 * so that a ledger may be larger than memory.
 */
public final class LedgerAudit {
    private final String ledger;
    private final LedgerContents contents;
    private final LedgerPosition position;
    private final AuditReport report;
    private LiveDigest live = LiveDigest.EMPTY;
    private LiveDigest notReallySpent = LiveDigest.EMPTY;

    /** False if something was applied before ledgers counted their changes. */
    private boolean countsAll = true;

    public LedgerAudit(String ledger, LedgerContents contents, AuditReport report) {
        this.ledger = ledger;
        this.contents = contents;
        this.position = contents.position();
        this.report = report;
    }

    /** Checks the ledger, and hands over what is applied there and where the ledger stands. */
    public void run(Consumer<AuditRecord> out) {
        report.count(Counter.LEDGERS);
        contents.forEachCoin(this::check);
        contents.forEachApplication((txid, application) -> check(txid, application, out));
        contents.forEachAwaited(this::checkAwaited);
        if (countsAll && !live.equals(position.digest())) {
            String subject = "digest of the live coins";
            found(Check.STATE_DIGEST, 0, subject, live + " as recounted", position.digest() + "");
        }
        out.accept(
                ReplayEntry.position(
                        ledger,
                        position,
                        countsAll ? Optional.of(notReallySpent) : Optional.empty()));
    }

    private void check(Outpoint outpoint, Coin coin) {
        report.count(Counter.COINS);
        if (coin.spender().isEmpty()) {
            report.count(Counter.LIVE_COINS);
            live = live.plus(LiveDigest.of(ledger, outpoint));
        }
        checkMaker(outpoint, coin);
        coin.spender().ifPresent(spender -> checkSpender(outpoint, spender));
    }

    private void checkMaker(Outpoint outpoint, Coin coin) {
        Optional<Application> maker = applied(outpoint.txid());
        if (maker.isEmpty() || !admits(maker.get(), outpoint.index())) {
            String expected = "applied and admitting the output";
            found(Check.COIN_WITHOUT_MAKER, 0, outpoint, expected, describe(outpoint.txid()));
            return;
        }
        Status status = maker.get().status();
        boolean undecided = status == Status.PENDING;
        // A condemned one is as it was when the order to undo it was asked for.
        if (coin.pending() != undecided && status != Status.CONDEMNED) {
            found(
                    Check.PENDING_COIN,
                    maker.get().position().sequence(),
                    outpoint,
                    undecided ? "pending" : "not pending",
                    "the opposite, and its maker " + status);
        }
    }

    private void checkSpender(Outpoint outpoint, Txid spender) {
        Optional<Application> application = applied(spender);
        if (application.isEmpty() || !application.get().spentCoins().contains(outpoint)) {
            String expected = "spender " + spender + " applied and naming the coin";
            found(Check.COIN_WITHOUT_SPENDER, 0, outpoint, expected, describe(spender));
        }
    }

    private void check(Txid txid, Application application, Consumer<AuditRecord> out) {
        if (application.status() == Status.PARKED) {
            return;
        }
        report.count(Counter.APPLICATIONS);
        long sequence = application.position().sequence();
        countsAll &= sequence > 0;
        if (sequence > position.sequence()) {
            String expected = "a number up to " + position.sequence();
            found(Check.SEQUENCE_BEYOND, sequence, txid, expected, sequence + "");
        }
        List<LostCoin> lost = lostBy(txid, application);
        for (LostCoin coin : lost) {
            notReallySpent = notReallySpent.plus(LiveDigest.of(ledger, coin.outpoint()));
        }
        out.accept(new AuditRecord.Held(txid, ledger, application, lost));
    }

    private List<LostCoin> lostBy(Txid txid, Application application) {
        List<LostCoin> lost = new ArrayList<>();
        for (Outpoint outpoint : application.spentCoins()) {
            Optional<Coin> coin = contents.coin(outpoint);
            if (!coin.flatMap(Coin::spender).equals(Optional.of(txid))) {
                lost.add(new LostCoin(outpoint, coin));
            }
        }
        return lost;
    }

    private void checkAwaited(Txid txid) {
        report.count(Counter.AWAITED);
        Optional<Status> status = contents.application(txid).map(Application::status);
        boolean decided =
                status.isEmpty()
                        || status.get() == Status.COMMITTED
                        || status.get() == Status.FINAL;
        if (decided) {
            String expected = "undecided, as proposals wait for it";
            found(Check.WAITING_BEHIND_NOTHING, 0, txid, expected, describe(txid));
        }
    }

    private Optional<Application> applied(Txid txid) {
        return contents.application(txid).filter(held -> held.status() != Status.PARKED);
    }

    private String describe(Txid txid) {
        return contents.application(txid)
                .map(held -> held.status() + " admitting " + held.instructions().outputsToAdmit())
                .orElse("not held");
    }

    private static boolean admits(Application application, long output) {
        return application.instructions().outputsToAdmit().stream()
                .anyMatch(index -> index == output);
    }

    private void found(Check check, long sequence, Object subject, String expected, String found) {
        report.found(new Finding(check, ledger, sequence, subject.toString(), expected, found));
    }
}
