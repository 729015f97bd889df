package org.brisket.state.ledger;

import org.brisket.protocol.overlay.BasketLedger;

/**
 * A ledger's name: its kind ({@code TOPIC} or {@code BASKET}), the topic or basket, and a partition
 * that is empty unless the plug-in splits its coins. Its text is the key that Flink partitions by.
 */
public record LedgerId(String kind, String name, String partition) {
    public static final String TOPIC = "TOPIC";
    public static final String BASKET = "BASKET";

    public static LedgerId topic(String topic) {
        return new LedgerId(TOPIC, topic, "");
    }

    public static LedgerId basket(BasketLedger ledger) {
        return new LedgerId(BASKET, ledger.name(), ledger.partition());
    }

    /** The ledger of a basket that {@link #basket} made this of. */
    public BasketLedger toBasket() {
        if (!kind.equals(BASKET)) {
            throw new IllegalStateException("not the ledger of a basket: " + key());
        }
        return BasketLedger.of(name, partition);
    }

    /** {@code KIND:name} or {@code KIND:name:partition}. */
    public String key() {
        return partition.isEmpty() ? kind + ":" + name : kind + ":" + name + ":" + partition;
    }

    public static LedgerId fromKey(String key) {
        String kind = kindOf(key);
        int name = kind.length() + 1;
        int end = key.indexOf(':', name);
        return end < 0
                ? new LedgerId(kind, key.substring(name), "")
                : new LedgerId(kind, key.substring(name, end), key.substring(end + 1));
    }

    /** The kind alone. */
    static String kindOf(String key) {
        int end = key.indexOf(':');
        if (end < 0) {
            throw new IllegalStateException("not a ledger key: " + key);
        }
        return key.substring(0, end);
    }

    @Override
    public String toString() {
        return key();
    }
}
