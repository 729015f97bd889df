package org.brisket.job.e2e.atomic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.ledger.LiveDigest;

/**
 * The ledgers as a reader of beef-admissions and beef-rollbacks has them: what was admitted and not
 * undone, each ledger in the order of its own numbers, applied to plain sets of coins.
 */
public final class PublishedLedgers {
    private record Entry(String txid, JsonNode change) {}

    private final Map<String, SortedMap<Long, Entry>> ledgers = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    public PublishedLedgers(List<JsonNode> admissions, List<JsonNode> rollbacks) {
        for (JsonNode admission : admissions) {
            forEachLedger(admission, this::add);
        }
        for (JsonNode rollback : rollbacks) {
            if (rollback.path("admissionPublished").asBoolean() && !rollback.has("incident")) {
                forEachLedger(rollback, this::remove);
            }
        }
    }

    private interface Change {
        void apply(String ledger, long sequence, Entry entry);
    }

    private static void forEachLedger(JsonNode record, Change change) {
        String txid = record.path("txid").asText();
        record.path("ledgers")
                .properties()
                .forEach(
                        field ->
                                change.apply(
                                        field.getKey(),
                                        field.getValue().path("sequence").asLong(),
                                        new Entry(txid, field.getValue())));
    }

    private void add(String ledger, long sequence, Entry entry) {
        Entry other = ledgers.computeIfAbsent(ledger, any -> new TreeMap<>()).put(sequence, entry);
        if (other != null) {
            problems.add(
                    "%s and %s are both change %d of %s"
                            .formatted(other.txid(), entry.txid(), sequence, ledger));
        }
    }

    private void remove(String ledger, long sequence, Entry entry) {
        SortedMap<Long, Entry> changes = ledgers.getOrDefault(ledger, new TreeMap<>());
        Entry undone = changes.remove(sequence);
        if (undone == null || !undone.txid().equals(entry.txid())) {
            problems.add("%s undone as change %d of %s".formatted(entry.txid(), sequence, ledger));
        }
    }

    public Set<String> ledgers() {
        return ledgers.keySet();
    }

    public Set<String> txids(String ledger) {
        Set<String> txids = new HashSet<>();
        for (Entry entry : ledgers.get(ledger).values()) {
            if (!txids.add(entry.txid())) {
                problems.add(entry.txid() + " twice in " + ledger);
            }
        }
        return txids;
    }

    /** Applies the changes in their order; notes what is spent without being there. */
    Set<String> liveCoins(String ledger) {
        Set<String> live = new HashSet<>();
        for (Entry entry : ledgers.get(ledger).values()) {
            for (JsonNode spent : entry.change().path("spentCoins")) {
                if (!live.remove(spent.asText())) {
                    problems.add(
                            "%s spends %s, which is no live coin of %s"
                                    .formatted(entry.txid(), spent.asText(), ledger));
                }
            }
            for (JsonNode output : entry.change().path("outputsToAdmit")) {
                live.add(entry.txid() + "." + output.asInt());
            }
        }
        return live;
    }

    /** The digest in the record of the last change. */
    String lastDigest(String ledger) {
        SortedMap<Long, Entry> changes = ledgers.get(ledger);
        return changes.get(changes.lastKey()).change().path("digest").asText();
    }

    /**
     * What is wrong with the records by themselves: a coin with two spenders, a number given twice,
     * a digest that is not that of the coins. Empty if nothing is; only where nothing is under way.
     */
    public List<String> findings() {
        for (String ledger : ledgers()) {
            LiveDigest digest = LiveDigest.EMPTY;
            for (String coin : liveCoins(ledger)) {
                digest = digest.plus(LiveDigest.of(ledger, outpoint(coin)));
            }
            if (!lastDigest(ledger).equals(digest.toString())) {
                problems.add("the digest of " + ledger + " is not that of its coins");
            }
            txids(ledger);
        }
        return List.copyOf(problems);
    }

    private static Outpoint outpoint(String coin) {
        int dot = coin.indexOf('.');
        try {
            return new Outpoint(
                    Txid.fromDisplayHex(coin.substring(0, dot)),
                    Long.parseLong(coin.substring(dot + 1)));
        } catch (MalformedException e) {
            throw new IllegalStateException("coin " + coin + " in the change log", e);
        }
    }

    /** Every ledger has what it should have, and says so itself. */
    void assertEqual(ExpectedLedgers expected) {
        assertThat(ledgers()).isEqualTo(expected.ledgers());
        for (String ledger : ledgers()) {
            assertThat(txids(ledger)).as(ledger).isEqualTo(expected.txids(ledger));
            Set<Outpoint> coins = expected.liveCoins(ledger);
            Set<String> names = new HashSet<>();
            LiveDigest digest = LiveDigest.EMPTY;
            for (Outpoint coin : coins) {
                names.add(coin.toString());
                digest = digest.plus(LiveDigest.of(ledger, coin));
            }
            assertThat(liveCoins(ledger)).as("live coins of " + ledger).isEqualTo(names);
            assertThat(lastDigest(ledger)).as("digest of " + ledger).isEqualTo(digest.toString());
        }
        assertThat(problems).isEmpty();
    }
}
