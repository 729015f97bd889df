package org.brisket.state.simulation;

import static org.brisket.state.simulation.GuaranteeViolatedException.require;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;

/**
 * What there should be of the assets in one ledger: what the transactions that stand in it have
 * issued, less what they have burnt. It reads their scripts and knows nothing of how ledgers or
 * managers work.
 */
final class AssetBook {
    private final Map<Txid, Transaction> transactions;
    private final List<Integer> assets;
    private final Map<Outpoint, SimulatedToken> unspent = new HashMap<>();

    /** By transaction the tokens that it took; those that took none are left out. */
    private final Map<Txid, Map<Outpoint, SimulatedToken>> taken = new HashMap<>();

    private final long[] issued = new long[SimulatedToken.ASSETS];
    private final long[] burnt = new long[SimulatedToken.ASSETS];

    /** An empty book of the assets that a ledger keeps. */
    AssetBook(String ledger, Map<Txid, Transaction> transactions) {
        this(
                transactions,
                IntStream.range(0, SimulatedToken.ASSETS)
                        .filter(asset -> SimulatedLedgers.keyOf(asset).equals(ledger))
                        .boxed()
                        .toList());
    }

    private AssetBook(Map<Txid, Transaction> transactions, List<Integer> assets) {
        this.transactions = transactions;
        this.assets = assets;
    }

    AssetBook copy() {
        AssetBook copy = new AssetBook(transactions, assets);
        copy.unspent.putAll(unspent);
        copy.taken.putAll(taken);
        System.arraycopy(issued, 0, copy.issued, 0, issued.length);
        System.arraycopy(burnt, 0, copy.burnt, 0, burnt.length);
        return copy;
    }

    /** What there is of an asset. */
    long total(int asset) {
        return issued[asset] - burnt[asset];
    }

    List<Integer> assets() {
        return assets;
    }

    void apply(Txid txid) {
        Transaction transaction = transactions.get(txid);
        Map<Outpoint, SimulatedToken> inputs = new HashMap<>();
        for (int input = 0; input < transaction.inputCount(); input++) {
            Outpoint coin = transaction.previousOutput(input);
            SimulatedToken token = unspent.remove(coin);
            if (token != null) {
                inputs.put(coin, token);
            }
        }
        Map<Outpoint, SimulatedToken> outputs = outputs(txid);
        requireConserved(txid, inputs, outputs);
        inputs.values().forEach(token -> burnt[token.asset()] += token.amount());
        outputs.values().forEach(token -> place(token, 1));
        unspent.putAll(outputs);
        if (!inputs.isEmpty()) {
            taken.put(txid, Map.copyOf(inputs));
        }
    }

    /** An issue adds to what there is; what is carried on is not burnt. */
    private void place(SimulatedToken token, int sign) {
        if (token.issued()) {
            issued[token.asset()] += (long) sign * token.amount();
        } else {
            burnt[token.asset()] -= (long) sign * token.amount();
        }
    }

    private Map<Outpoint, SimulatedToken> outputs(Txid txid) {
        Transaction transaction = transactions.get(txid);
        Map<Outpoint, SimulatedToken> outputs = new HashMap<>(4);
        for (int output = 0; output < transaction.outputCount(); output++) {
            Outpoint outpoint = new Outpoint(txid, output);
            SimulatedToken.read(transaction.lockingScript(output))
                    .filter(token -> assets.contains(token.asset()))
                    .ifPresent(token -> outputs.put(outpoint, token));
        }
        return outputs;
    }

    private void requireConserved(
            Txid txid,
            Map<Outpoint, SimulatedToken> inputs,
            Map<Outpoint, SimulatedToken> outputs) {
        long[] left = new long[SimulatedToken.ASSETS];
        inputs.values().forEach(token -> left[token.asset()] += token.amount());
        outputs.values().stream()
                .filter(token -> !token.issued())
                .forEach(token -> left[token.asset()] -= token.amount());
        require(
                IntStream.range(0, left.length).allMatch(asset -> left[asset] >= 0),
                Guarantee.CONSERVATION,
                "carries on more than it took",
                txid);
    }

    void undo(Txid txid) {
        outputs(txid)
                .forEach(
                        (coin, token) -> {
                            place(token, -1);
                            if (unspent.remove(coin) == null) {
                                forget(coin);
                            }
                        });
        Map<Outpoint, SimulatedToken> inputs = taken.remove(txid);
        if (inputs != null) {
            inputs.values().forEach(token -> burnt[token.asset()] -= token.amount());
            unspent.putAll(inputs);
        }
    }

    /** Whoever took the coin stands on nothing now, and has burnt nothing of it. */
    private void forget(Outpoint coin) {
        taken.replaceAll(
                (taker, tokens) -> tokens.containsKey(coin) ? without(coin, tokens) : tokens);
    }

    private Map<Outpoint, SimulatedToken> without(
            Outpoint coin, Map<Outpoint, SimulatedToken> tokens) {
        Map<Outpoint, SimulatedToken> rest = new HashMap<>(tokens);
        SimulatedToken token = rest.remove(coin);
        burnt[token.asset()] -= token.amount();
        return Map.copyOf(rest);
    }
}
