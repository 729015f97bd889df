package org.brisket.simulator.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The last few valid payments, for submissions that build on or repeat an earlier one. */
final class RecentPayments {
    private static final int KEPT = 64;

    /** A payment with its topics, the key of its record and of its change. */
    record Payment(Lineage lineage, int keyNumber, byte[] recordKey, List<String> topics) {}

    private final SplittableRandom random;
    private final List<Payment> all = new ArrayList<>(KEPT);
    private final List<Payment> unspent = new ArrayList<>(KEPT);

    RecentPayments(SplittableRandom random) {
        this.random = random;
    }

    void add(Payment payment, boolean changeMayBeSpent) {
        put(all, payment);
        if (changeMayBeSpent) {
            put(unspent, payment);
        }
    }

    private void put(List<Payment> list, Payment payment) {
        if (list.size() < KEPT) {
            list.add(payment);
        } else {
            list.set(random.nextInt(KEPT), payment);
        }
    }

    Optional<Payment> any() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    /** A payment whose change nobody has spent; it is not given again. */
    Optional<Payment> takeUnspent() {
        if (unspent.isEmpty()) {
            return Optional.empty();
        }
        int last = unspent.size() - 1;
        int chosen = random.nextInt(unspent.size());
        Payment payment = unspent.get(chosen);
        unspent.set(chosen, unspent.get(last));
        unspent.remove(last);
        return Optional.of(payment);
    }
}
