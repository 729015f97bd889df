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
 * Of one transaction at most {@value #MOST_SIGNED} outputs of the right shape are looked at; those
 * behind them are not admitted, so that a transaction full of bad signatures stays cheap.
 *
 * @param <T> what an output of the right shape holds
 */
record OutputRule<T>(Function<PushDrop, Optional<T>> shape, Predicate<T> signatures) {
    static final int MOST_SIGNED = 1_000;

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
            if (signed > MOST_SIGNED) {
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
