package org.brisket.protocol.overlay.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.token.PushDrop;
import org.brisket.protocol.transaction.Transaction;

/**
 * A rule about single outputs, in two steps: its shape, which is cheap to see, then its signatures.
 * Only so many outputs of the right shape are looked at; those behind them are not admitted, so
 * that a transaction full of signatures stays cheap.
 *
 * @param most how many outputs of the right shape one transaction may have
 * @param <T> what an output of the right shape holds
 */
record OutputRule<T>(int most, Function<PushDrop, Optional<T>> shape, Predicate<T> signatures) {
    /** For outputs whose keys are derived once or twice: about 0.1 ms each. */
    static final int MOST_SIGNED = 500;

    /** The outputs that follow the rule, ascending. */
    List<Integer> outputs(Transaction transaction) {
        List<Integer> admitted = new ArrayList<>();
        int signed = 0;
        for (int output = 0; output < transaction.outputCount(); output++) {
            Optional<T> value = decode(transaction.lockingScript(output));
            if (value.isEmpty()) {
                continue;
            }
            signed++;
            if (signed > most) {
                break;
            }
            if (signatures.test(value.get())) {
                admitted.add(output);
            }
        }
        return admitted;
    }

    private Optional<T> decode(ByteSlice lockingScript) {
        return PushDrop.decode(lockingScript).flatMap(shape);
    }
}
