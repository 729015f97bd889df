package org.brisket.state.ledger;

import java.util.Optional;
import java.util.function.Consumer;
import org.brisket.protocol.hash.Txid;

/** Works a ledger's backlog off, in steps of bounded size. */
final class BacklogWork {
    private final Backlog backlog;
    private final ParkedProposals parked;
    private final History history;
    private final StepBudget budget;
    private final Runnable wakeUp;

    BacklogWork(
            Backlog backlog,
            ParkedProposals parked,
            History history,
            StepBudget budget,
            Runnable wakeUp) {
        this.backlog = backlog;
        this.parked = parked;
        this.history = history;
        this.budget = budget;
        this.wakeUp = wakeUp;
    }

    /**
     * Does as much as one step may, and asks for another one if there is more to do.
     *
     * @param released looks at a proposal that need not wait any more
     */
    void goOn(Consumer<Proposal> released) {
        int proposals = budget.proposals();
        int coins = budget.coins();
        while (!backlog.isEmpty()) {
            if (proposals <= 0 || coins <= 0) {
                wakeUp.run();
                return;
            }
            LedgerTask task = backlog.first();
            if (task instanceof LedgerTask.Forget forget) {
                // A task that finds nothing to forget is work, too.
                coins -= Math.max(1, forget(forget, coins));
            } else {
                release(task.txid(), released);
                proposals--;
            }
        }
    }

    private int forget(LedgerTask.Forget task, int most) {
        int forgotten = history.forget(task, most);
        int rest = task.coins() - forgotten;
        if (rest > 0 && forgotten > 0) {
            backlog.replaceFirst(new LedgerTask.Forget(task.txid(), rest));
        } else {
            backlog.removeFirst();
        }
        return forgotten;
    }

    private void release(Txid parent, Consumer<Proposal> released) {
        Optional<Proposal> next = parked.next(parent);
        if (next.isEmpty()) {
            backlog.removeFirst();
            return;
        }
        released.accept(next.get());
        parked.settleIfDecided(next.get().ticket().txid());
    }
}
