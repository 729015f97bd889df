package org.brisket.protocol.overlay;

import java.util.List;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.transaction.ExtendedTransaction;

/**
 * A verified transaction as a topic manager sees it: with its source outputs, the indices of the
 * inputs that spend live coins of the topic (previous coins, ascending), and the off-chain values
 * that came along, empty if none did.
 */
public record TopicTransaction(
        ExtendedTransaction extended, List<Integer> previousCoins, ByteSlice offChainValues) {
    public TopicTransaction {
        previousCoins = List.copyOf(previousCoins);
    }
}
