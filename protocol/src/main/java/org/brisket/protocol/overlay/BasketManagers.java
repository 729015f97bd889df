package org.brisket.protocol.overlay;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;

/**
 * The basket managers that a class loader offers, by name. It asks them so that a plug-in with a
 * bug, or a transaction that wants too much, costs no more than that transaction.
 */
public final class BasketManagers {
    /** The most basket ledgers that one transaction touches, those of all managers together. */
    public static final int MOST_LEDGERS = 32;

    private final PlugIns<BasketManager> plugIns;

    private BasketManagers(PlugIns<BasketManager> plugIns) {
        this.plugIns = plugIns;
    }

    /**
     * Finds every basket manager; two of one name is a mistake in the deployment.
     *
     * @throws IllegalArgumentException naming both classes and what there is
     */
    public static BasketManagers discover(ClassLoader classLoader) {
        return of(ServiceLoader.load(BasketManager.class, classLoader));
    }

    /** These managers, however they were found. */
    public static BasketManagers of(Iterable<BasketManager> managers) {
        return new BasketManagers(PlugIns.of(managers, "basket manager", BasketManager::name));
    }

    public Collection<String> names() {
        return plugIns.names();
    }

    public Optional<BasketManager> find(String name) {
        return plugIns.find(name);
    }

    /** What is wrong with hosting these managers; empty if nothing is. */
    public List<String> problems(Collection<String> hosted) {
        return plugIns.problems(hosted);
    }

    /** Which ledgers of the hosted managers the transaction touches. */
    public BasketRoute route(Collection<String> hosted, ExtendedTransaction transaction) {
        Set<BasketLedger> ledgers = new TreeSet<>();
        for (String name : hosted) {
            try {
                for (BasketLedger ledger : manager(name).ledgers(transaction)) {
                    if (!ledger.manager().equals(name)) {
                        return new BasketRoute.Refused(failed(name, "it names " + ledger));
                    }
                    ledgers.add(ledger);
                }
            } catch (RuntimeException | StackOverflowError e) {
                return new BasketRoute.Refused(failed(name, e.toString()));
            }
        }
        return ledgers.size() > MOST_LEDGERS
                ? new BasketRoute.Refused(tooMany(ledgers.size()))
                : new BasketRoute.Ledgers(List.copyOf(ledgers));
    }

    /** What the transaction does to the ledger that it names, by the ledger's own manager. */
    public BasketAnswer apply(BasketTransaction transaction) {
        String name = transaction.ledger().manager();
        BasketAnswer answer;
        try {
            answer = manager(name).apply(transaction);
        } catch (RuntimeException | StackOverflowError e) {
            // A plug-in that fails on one transaction must not stop the others for ever.
            return new BasketAnswer.Refused(failed(name, e.toString()));
        }
        if (answer == null) {
            return new BasketAnswer.Refused(failed(name, "it gave no answer"));
        }
        return answer.fold(
                instructions ->
                        instructions.fits(transaction)
                                ? answer
                                : new BasketAnswer.Refused(
                                        failed(name, "its instructions do not fit")),
                rejection -> answer);
    }

    private BasketManager manager(String name) {
        return plugIns.find(name)
                .orElseThrow(() -> new IllegalStateException("no basket manager " + name));
    }

    private static Rejection failed(String name, String detail) {
        return Rejection.of(
                RejectionReason.MANAGER_FAILED, "the basket manager %s failed: %s", name, detail);
    }

    private static Rejection tooMany(int count) {
        return Rejection.of(
                RejectionReason.TOO_MANY_LEDGERS,
                "basket ledgers: %d, the limit is %d",
                count,
                MOST_LEDGERS);
    }
}
