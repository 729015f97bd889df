package org.brisket.protocol.overlay;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * The name of a set of coins with one writer: a basket, or the part of it that a basket manager
 * keeps apart from the others, such as one asset or one product. Changes of one ledger come one
 * after the other, changes of different ledgers side by side.
 *
 * @param manager the manager's name: 1 to 50 of a-z, 0-9 and -, a letter first
 * @param basket a basket name that every wallet accepts (BRC-46, BRC-100): 5 to 300 of a-z, 0-9 and
 *     single spaces
 * @param partition 0 to 200 visible ASCII characters; empty for a basket that is not split
 */
public record BasketLedger(String manager, String basket, String partition)
        implements Comparable<BasketLedger> {
    private static final Pattern MANAGER = Pattern.compile("[a-z][a-z0-9-]{0,49}");
    private static final Pattern BASKET = Pattern.compile("(?!.*  )(?! )[a-z0-9 ]{5,300}(?<! )");
    private static final Pattern PARTITION = Pattern.compile("[!-~]{0,200}");
    private static final Comparator<BasketLedger> ORDER =
            Comparator.comparing(BasketLedger::manager)
                    .thenComparing(BasketLedger::basket)
                    .thenComparing(BasketLedger::partition);

    public BasketLedger {
        require(isManagerName(manager), "manager", manager);
        require(isBasketName(basket), "basket", basket);
        require(PARTITION.matcher(partition).matches(), "partition", partition);
    }

    public static boolean isManagerName(String name) {
        return MANAGER.matcher(name).matches();
    }

    /** Whether a text is {@code <manager>/<basket>}, as {@link #of} takes it. */
    public static boolean isName(String text) {
        int slash = text.indexOf('/');
        return slash >= 0
                && isManagerName(text.substring(0, slash))
                && isBasketName(text.substring(slash + 1));
    }

    private static boolean isBasketName(String name) {
        return BASKET.matcher(name).matches()
                && !name.startsWith("admin")
                && !name.equals("default")
                && !name.endsWith(" basket");
    }

    private static void require(boolean allowed, String what, String value) {
        if (!allowed) {
            throw new IllegalStateException("not the name of a " + what + ": " + value);
        }
    }

    /** {@code <manager>/<basket>}: the name without the partition. */
    public String name() {
        return manager + "/" + basket;
    }

    /** Reads {@link #name()} and a partition. */
    public static BasketLedger of(String name, String partition) {
        int slash = name.indexOf('/');
        if (slash < 0) {
            throw new IllegalStateException("not <manager>/<basket>: " + name);
        }
        return new BasketLedger(name.substring(0, slash), name.substring(slash + 1), partition);
    }

    @Override
    public int compareTo(BasketLedger other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return partition.isEmpty() ? name() : name() + ":" + partition;
    }
}
