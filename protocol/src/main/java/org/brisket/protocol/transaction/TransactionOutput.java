package org.brisket.protocol.transaction;

import org.brisket.protocol.bytes.ByteSlice;

/** A coin's content: its value in satoshis and the script that locks it. */
public record TransactionOutput(long satoshis, ByteSlice lockingScript) {
    /**
     * Stands in the place of a source output that nobody told us. Only transactions that are
     * already mined may have such sources: their proof says enough. No real output has this value.
     */
    public static final TransactionOutput UNKNOWN = new TransactionOutput(-1, ByteSlice.EMPTY);

    public boolean isKnown() {
        return !equals(UNKNOWN);
    }
}
