package org.brisket.operators.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.overlay.BasketLedger;
import org.brisket.protocol.overlay.BasketManagers;
import org.brisket.protocol.overlay.BasketRoute;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;

/** The baskets of this deployment: which of their ledgers a submission touches. */
final class HostedBaskets {
    private final BasketManagers managers;
    private final Set<String> baskets;
    private final Collection<String> managerNames;

    /**
     * @param baskets the hosted ones, each {@code <manager>/<basket>}
     */
    HostedBaskets(BasketManagers managers, Set<String> baskets) {
        this.managers = managers;
        this.baskets = baskets;
        this.managerNames =
                baskets.stream()
                        .map(basket -> BasketLedger.of(basket, "").manager())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Every ledger that the subject or an unmined ancestor touches, for both are evaluated there.
     * All are in Extended Format. An ancestor that a manager does not route is passed over, as a
     * ledger passes over one that its manager refuses.
     */
    BasketRoute route(byte[] subject, List<byte[]> ancestors) {
        if (baskets.isEmpty()) {
            return new BasketRoute.Ledgers(List.of());
        }
        return managers.route(managerNames, parse(subject))
                .fold(ledgers -> withThoseOf(ancestors, ledgers), BasketRoute.Refused::new);
    }

    private BasketRoute withThoseOf(List<byte[]> ancestors, List<BasketLedger> ofSubject) {
        Set<BasketLedger> all = new TreeSet<>(ofSubject);
        for (byte[] ancestor : ancestors) {
            managers.route(managerNames, parse(ancestor))
                    .<List<BasketLedger>>fold(ledgers -> ledgers, refused -> List.of())
                    .forEach(all::add);
        }
        List<BasketLedger> hosted = hosted(all);
        return hosted.size() > BasketManagers.MOST_LEDGERS
                ? new BasketRoute.Refused(tooMany(hosted.size()))
                : new BasketRoute.Ledgers(hosted);
    }

    private static Rejection tooMany(int count) {
        return Rejection.of(
                RejectionReason.TOO_MANY_LEDGERS,
                "basket ledgers of the subject and its unmined ancestors: %d, the limit is %d",
                count,
                BasketManagers.MOST_LEDGERS);
    }

    /** A manager may keep baskets that are not hosted here. */
    private List<BasketLedger> hosted(Set<BasketLedger> ledgers) {
        return ledgers.stream().filter(ledger -> baskets.contains(ledger.name())).toList();
    }

    private static ExtendedTransaction parse(byte[] extended) {
        try {
            return ExtendedTransaction.parse(extended);
        } catch (MalformedException e) {
            throw new IllegalStateException("a verified transaction no longer parses", e);
        }
    }
}
