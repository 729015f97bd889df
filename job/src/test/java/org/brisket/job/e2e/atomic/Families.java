package org.brisket.job.e2e.atomic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.brisket.job.e2e.atomic.AtomicForge.Spend;
import org.brisket.protocol.overlay.basket.SampleStock;
import org.brisket.protocol.transaction.Outpoint;

/**
 * The transactions of a family: a root over a mined coin, and children that spend output 0, which
 * is what most ledgers take, and the last output, which is money.
 */
final class Families {
    private final AtomicForge forge;
    private final SplittableRandom random;

    Families(AtomicForge forge, SplittableRandom random) {
        this.forge = forge;
        this.random = random;
    }

    /** Four outputs, so that each topic takes some of them. */
    Made plainRoot(boolean greets) {
        return forge.make(true, List.of(), plainLocks(greets), 0, greets, Map.of());
    }

    Made plainChild(Made parent, long tip) {
        List<byte[]> locks = plainLocks(parent.greets());
        return forge.make(false, ends(parent), locks, tip, parent.greets(), Map.of());
    }

    private List<byte[]> plainLocks(boolean greets) {
        byte[] plain = AtomicForge.plain();
        byte[] first = greets ? AtomicForge.greeting("hello " + random.nextInt()) : plain;
        return List.of(first, plain, plain);
    }

    /** Halves the token, puts a quarter beside it, and burns the rest. */
    Made tokenRoot(Asset asset, Spend part) {
        return token(asset, true, List.of(part), Asset.PART / 2, 0);
    }

    Made tokenChild(Asset asset, Made parent, int generation, long tip) {
        return token(asset, false, ends(parent), (Asset.PART / 2) >> generation, tip);
    }

    private Made token(Asset asset, boolean mined, List<Spend> coins, long amount, long tip) {
        List<byte[]> locks = List.of(asset.lock(amount), asset.lock(amount / 2));
        Map<String, Set<Integer>> taken = Map.of(asset.ledger(), Set.of(0, 1));
        return forge.make(mined, coins, locks, tip, false, taken);
    }

    /** Receives stock of two articles, which may be the same. */
    Made stockRoot(String article, String other) {
        Outpoint first = forge.nextMined();
        List<byte[]> locks =
                List.of(
                        TokenLocks.received(article, 100, first, 0),
                        TokenLocks.received(other, 50, first, 1));
        String ledger = TokenLocks.stockLedger(article);
        Map<String, Set<Integer>> taken =
                article.equals(other)
                        ? Map.of(ledger, Set.of(0, 1))
                        : Map.of(ledger, Set.of(0), TokenLocks.stockLedger(other), Set.of(1));
        return forge.make(true, List.of(), locks, 0, false, taken);
    }

    /** Reserves one piece, or consumes it, and leaves the others. */
    Made stockChild(String article, Made parent, int generation, long tip) {
        boolean consumes = generation % 2 == 0;
        byte[] one = consumes ? SampleStock.consumed(article, 1) : SampleStock.reserved(article, 1);
        List<byte[]> locks = List.of(SampleStock.available(article, 100 - generation), one);
        Set<Integer> taken = consumes ? Set.of(0) : Set.of(0, 1);
        Map<String, Set<Integer>> outputs = Map.of(TokenLocks.stockLedger(article), taken);
        return forge.make(false, ends(parent), locks, tip, false, outputs);
    }

    private static List<Spend> ends(Made parent) {
        List<Spend> ends = new ArrayList<>();
        ends.add(new Spend(parent, 0));
        ends.add(new Spend(parent, parent.last()));
        return ends;
    }
}
