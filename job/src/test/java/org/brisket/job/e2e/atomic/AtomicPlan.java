package org.brisket.job.e2e.atomic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.brisket.simulator.chain.FundingPlan;

/**
 * What is submitted: chains of unmined transactions in eight topics and twenty baskets' ledgers.
 * One transaction in ten has a rival that spends the same coins, one in ten names several ledgers.
 */
final class AtomicPlan {
    static final int ASSETS = 10;
    static final int ARTICLES = 10;
    private static final int CHAIN = 4;

    /** So many of the families end in two rivals that a tenth of all transactions are rivals. */
    private static final double RIVALS = 0.21;

    /** Of the rivals half name several ledgers, of the others so many that it is a tenth of all. */
    private static final double SEVERAL = 0.055;

    private final SplittableRandom random;
    private final FundingPlan funding;
    private final AtomicForge forge;
    private final Families families;
    private final List<Asset> assets = new ArrayList<>();
    private final List<Planned> main = new ArrayList<>();
    private int pairs;

    AtomicPlan(long seed, int count) {
        random = new SplittableRandom(seed);
        funding = AtomicForge.funding(seed, count + 1_000);
        forge = new AtomicForge(funding);
        families = new Families(forge, random);
        int perAsset = count / (CHAIN * 5 * ASSETS) + 1;
        IntStream.range(0, ASSETS).forEach(i -> assets.add(new Asset(forge, perAsset)));
        for (int family = 0; main.size() + setUp().size() < count; family++) {
            addFamily(family);
        }
        shuffle();
    }

    FundingPlan funding() {
        return funding;
    }

    byte[] beef(Planned planned) {
        return forge.beef(planned.made());
    }

    /** What issues and splits the assets, to be sent first, each asset's in its order. */
    List<Planned> setUp() {
        return assets.stream()
                .flatMap(asset -> asset.setUp().stream())
                .map(made -> planned(made, List.of(), Planned.NO_PAIR))
                .toList();
    }

    /** All families, shuffled. */
    List<Planned> main() {
        return Collections.unmodifiableList(main);
    }

    /** One more transaction for each ledger alone, so that it says its digest. */
    List<Planned> closing() {
        List<Planned> closing = new ArrayList<>();
        for (String topic : topics()) {
            Made made = families.plainRoot(topic.equals(LedgerRule.HELLO));
            closing.add(planned(made, List.of(topic), Planned.NO_PAIR));
        }
        for (Asset asset : assets) {
            Made made = families.tokenRoot(asset, asset.keptPart());
            closing.add(planned(made, List.of(), Planned.NO_PAIR));
        }
        for (int i = 0; i < ARTICLES; i++) {
            Made made = families.stockRoot(article(i), article(i));
            closing.add(planned(made, List.of(), Planned.NO_PAIR));
        }
        return closing;
    }

    /** Into any order; of each second pair the rivals come together, so that neither is decided. */
    private void shuffle() {
        Map<Planned, Double> places = new HashMap<>();
        Map<Integer, Double> pairPlaces = new HashMap<>();
        for (Planned planned : main) {
            double place = random.nextDouble();
            boolean together = planned.hasRival() && planned.pair() % 2 == 0;
            places.put(
                    planned,
                    together ? pairPlaces.computeIfAbsent(planned.pair(), any -> place) : place);
        }
        main.sort(Comparator.comparing(places::get));
    }

    static List<String> topics() {
        List<String> topics = new ArrayList<>(LedgerRule.BLIND);
        topics.add(LedgerRule.HELLO);
        return topics;
    }

    private void addFamily(int family) {
        int which = family / 5;
        switch (family % 5) {
            case 3 -> addTokens(assets.get(which % ASSETS));
            case 4 -> addStock(which % ARTICLES);
            default -> addPlain(topics().get(random.nextInt(topics().size())));
        }
    }

    private void addPlain(String topic) {
        Made root = families.plainRoot(topic.equals(LedgerRule.HELLO));
        addChain(List.of(topic), root, (p, g) -> tip -> families.plainChild(p, tip));
    }

    private void addTokens(Asset asset) {
        Made root = families.tokenRoot(asset, asset.part());
        addChain(List.of(), root, (p, g) -> tip -> families.tokenChild(asset, p, g, tip));
    }

    private void addStock(int number) {
        String article = article(number);
        boolean two = random.nextDouble() < SEVERAL;
        String other =
                two ? article((number + 1 + random.nextInt(ARTICLES - 1)) % ARTICLES) : article;
        Made root = families.stockRoot(article, other);
        addChain(List.of(), root, (p, g) -> tip -> families.stockChild(article, p, g, tip));
    }

    private static String article(int number) {
        return "article-" + number;
    }

    /** Makes a child that pays some satoshis more than it must. */
    private interface Child {
        Made tipping(long satoshis);
    }

    private void addChain(
            List<String> topics, Made root, BiFunction<Made, Integer, Child> children) {
        main.add(planned(root, some(topics, SEVERAL), Planned.NO_PAIR));
        Made parent = root;
        for (int generation = 1; generation < CHAIN - 1; generation++) {
            parent = children.apply(parent, generation).tipping(0);
            main.add(planned(parent, some(topics, SEVERAL), Planned.NO_PAIR));
        }
        Child last = children.apply(parent, CHAIN - 1);
        if (random.nextDouble() < RIVALS) {
            double several = random.nextInt(2);
            main.add(planned(last.tipping(0), some(topics, several), pairs));
            main.add(planned(last.tipping(1), some(topics, several), pairs++));
        } else {
            main.add(planned(last.tipping(0), some(topics, SEVERAL), Planned.NO_PAIR));
        }
    }

    /** With that probability one or two topics more, in any order. */
    private List<String> some(List<String> topics, double probability) {
        List<String> named = new ArrayList<>(topics);
        if (random.nextDouble() < probability) {
            int wanted = named.size() + 1 + random.nextInt(2);
            while (named.size() < wanted) {
                String more = LedgerRule.BLIND.get(random.nextInt(LedgerRule.BLIND.size()));
                if (!named.contains(more)) {
                    named.add(random.nextInt(named.size() + 1), more);
                }
            }
        }
        return named;
    }

    private static Planned planned(Made made, List<String> topics, int pair) {
        return new Planned(
                made, List.copyOf(topics), new TreeSet<>(made.basketOutputs().keySet()), pair);
    }
}
