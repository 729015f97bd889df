package org.brisket.state.simulation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.key.KeyWallet;
import org.brisket.protocol.key.PrivateKey;
import org.brisket.protocol.key.PublicKey;
import org.brisket.protocol.overlay.BasketAnswer;
import org.brisket.protocol.overlay.BasketCoin;
import org.brisket.protocol.overlay.BasketInstructions;
import org.brisket.protocol.overlay.BasketLedger;
import org.brisket.protocol.overlay.BasketManager;
import org.brisket.protocol.overlay.BasketTransaction;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionOutput;
import org.brisket.protocol.verdict.RejectionReason;

/**
 * A basket of several assets in several ledgers. Anybody may issue; what is carried on is at most
 * what live coins bring in, and the rest is burnt.
 *
 * @param lenient whether it does not mind amounts out of nothing, which a mutation wants
 */
record SimulatedBasketManager(boolean lenient) implements BasketManager {
    static final String NAME = "simulated";

    private static final String BASKET = "tokens";
    private static final List<BasketLedger> LEDGERS =
            IntStream.range(0, 3)
                    .mapToObj(number -> new BasketLedger(NAME, BASKET, Integer.toString(number)))
                    .toList();
    private static final List<PublicKey> OWNERS =
            IntStream.rangeClosed(1, SimulatedToken.OWNERS)
                    .mapToObj(secret -> PrivateKey.of(BigInteger.valueOf(secret)))
                    .map(key -> new KeyWallet(key).identityKey())
                    .toList();

    /** The ledger that keeps an asset. */
    static BasketLedger ledgerOf(int asset) {
        return LEDGERS.get(asset % LEDGERS.size());
    }

    static PublicKey owner(int number) {
        return OWNERS.get(number);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<BasketLedger> ledgers(ExtendedTransaction extended) {
        Set<BasketLedger> ledgers = new TreeSet<>();
        Transaction transaction = extended.transaction();
        for (int output = 0; output < transaction.outputCount(); output++) {
            addLedger(transaction.lockingScript(output), ledgers);
        }
        for (TransactionOutput source : extended.sourceOutputs()) {
            addLedger(source.lockingScript(), ledgers);
        }
        return ledgers;
    }

    private static void addLedger(ByteSlice script, Set<BasketLedger> ledgers) {
        SimulatedToken.read(script).ifPresent(token -> ledgers.add(ledgerOf(token.asset())));
    }

    @Override
    public BasketAnswer apply(BasketTransaction subject) {
        int[] left = new int[SimulatedToken.ASSETS];
        for (int input : subject.liveInputs()) {
            ByteSlice script = subject.extended().sourceOutputs().get(input).lockingScript();
            SimulatedToken.read(script).ifPresent(token -> left[token.asset()] += token.amount());
        }
        List<BasketCoin> admitted = new ArrayList<>();
        Transaction transaction = subject.extended().transaction();
        for (int output = 0; output < transaction.outputCount(); output++) {
            int index = output;
            SimulatedToken.read(transaction.lockingScript(output))
                    .filter(token -> ledgerOf(token.asset()).equals(subject.ledger()))
                    .ifPresent(
                            token -> {
                                left[token.asset()] -= token.issued() ? 0 : token.amount();
                                admitted.add(coin(index, token));
                            });
        }
        return answer(subject, admitted, left);
    }

    private BasketAnswer answer(BasketTransaction subject, List<BasketCoin> coins, int[] left) {
        if (!lenient && IntStream.of(left).anyMatch(rest -> rest < 0)) {
            return BasketAnswer.refuse(RejectionReason.AMOUNT_NOT_CONSERVED, "out of nothing");
        }
        return BasketAnswer.of(
                coins.isEmpty()
                        ? BasketInstructions.consuming(subject.liveInputs())
                        : BasketInstructions.moving(coins, subject.liveInputs()));
    }

    private static BasketCoin coin(int output, SimulatedToken token) {
        return BasketCoin.of(output, token.assetName(), token.amount(), owner(token.owner()));
    }

    @Override
    public String documentation() {
        return "Keeps what scripts say.";
    }
}
