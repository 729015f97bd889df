package org.brisket.simulator.network;

/**
 * The network's policy: the fee in satoshis per 1000 bytes that a transaction must pay, alone or
 * together with its unmined ancestors (0 asks for none), and how many transactions it holds at most
 * in all and while their parents are missing.
 */
public record NetworkOptions(long feePerThousandBytes, int maxTransactions, int maxOrphans) {
    public static final NetworkOptions DEFAULT = new NetworkOptions(1, 2_000_000, 10_000);

    public NetworkOptions withFeePerThousandBytes(long satoshis) {
        return new NetworkOptions(satoshis, maxTransactions, maxOrphans);
    }

    public NetworkOptions withMaxOrphans(int count) {
        return new NetworkOptions(feePerThousandBytes, maxTransactions, count);
    }

    /** As the node reckons it: rounded down, but one satoshi at least. */
    long requiredFee(long bytes) {
        return feePerThousandBytes == 0 ? 0 : Math.max(1, bytes * feePerThousandBytes / 1000);
    }
}
