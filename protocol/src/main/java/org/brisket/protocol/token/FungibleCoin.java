package org.brisket.protocol.token;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.key.PublicKey;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;

/**
 * A fungible token where it stands in a transaction, so that its asset is known: an issuing output
 * is an asset of its own, named by its outpoint.
 *
 * @param index of the output that holds it, or of the input that spends it
 * @param owner the key that locks it
 */
public record FungibleCoin(int index, Outpoint asset, FungibleToken token, PublicKey owner) {
    /** The tokens among a transaction's outputs, by ascending index. */
    public static List<FungibleCoin> outputs(Transaction transaction) {
        return outputs(transaction, any -> true);
    }

    /** Those of some assets; what is of another one costs next to nothing. */
    public static List<FungibleCoin> outputs(Transaction transaction, Predicate<Outpoint> assets) {
        List<FungibleCoin> coins = new ArrayList<>();
        for (int output = 0; output < transaction.outputCount(); output++) {
            Outpoint own = new Outpoint(transaction.txid(), output);
            decode(output, transaction.lockingScript(output), own, assets).ifPresent(coins::add);
        }
        return coins;
    }

    /** The token that an input spends; empty too when its source output is not known. */
    public static Optional<FungibleCoin> input(ExtendedTransaction extended, int input) {
        return decode(
                input,
                extended.sourceOutputs().get(input).lockingScript(),
                extended.transaction().previousOutput(input),
                any -> true);
    }

    /** The assets that a transaction may have coins of, in its outputs or source outputs. */
    public static Set<Outpoint> assets(ExtendedTransaction extended) {
        Transaction transaction = extended.transaction();
        Set<Outpoint> assets = new HashSet<>();
        for (int output = 0; output < transaction.outputCount(); output++) {
            Outpoint own = new Outpoint(transaction.txid(), output);
            FungibleToken.decode(transaction.lockingScript(output))
                    .ifPresent(token -> assets.add(token.asset(own)));
        }
        for (int input = 0; input < transaction.inputCount(); input++) {
            Outpoint spent = transaction.previousOutput(input);
            FungibleToken.decode(extended.sourceOutputs().get(input).lockingScript())
                    .ifPresent(token -> assets.add(token.asset(spent)));
        }
        return assets;
    }

    private static Optional<FungibleCoin> decode(
            int index, ByteSlice script, Outpoint own, Predicate<Outpoint> assets) {
        Optional<PushDrop> output = PushDrop.decode(script);
        Optional<FungibleToken> token =
                output.flatMap(FungibleToken::of).filter(found -> assets.test(found.asset(own)));
        if (token.isEmpty()) {
            return Optional.empty();
        }
        try {
            PublicKey owner = PublicKey.parse(output.get().lockingPublicKey());
            return Optional.of(new FungibleCoin(index, token.get().asset(own), token.get(), owner));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    /** True for an output that creates its asset. */
    public boolean isIssue() {
        return token.issue().isEmpty();
    }

    public long amount() {
        return token.amount();
    }

    /** The metadata as it stands; absent and empty are not the same. */
    public Optional<ByteSlice> metadata() {
        return token.metadata();
    }
}
