package org.brisket.state.simulation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.brisket.protocol.bytes.ByteSlice;

/**
 * An amount of an asset in the script of an output: one byte for topics, then asset, amount and
 * owner. The highest bit of the owner says that the amount is issued, not carried on.
 */
record SimulatedToken(int asset, int amount, int owner, boolean issued) {
    static final int ASSETS = 6;
    static final int OWNERS = 3;
    static final int LARGEST_AMOUNT = 255;

    private static final List<String> NAMES =
            IntStream.range(0, ASSETS).mapToObj(asset -> "asset " + asset).toList();
    private static final int LENGTH = 4;
    private static final int ISSUED = 0x80;

    /** Empty if the script names topics only. */
    static Optional<SimulatedToken> read(ByteSlice script) {
        if (script.length() != LENGTH) {
            return Optional.empty();
        }
        int owner = script.at(3);
        boolean issued = (owner & ISSUED) != 0;
        return Optional.of(new SimulatedToken(script.at(1), script.at(2), owner & ~ISSUED, issued));
    }

    /** The script of an output that topics may admit too. */
    byte[] script(byte topics) {
        int last = issued ? owner | ISSUED : owner;
        return new byte[] {topics, (byte) asset, (byte) amount, (byte) last};
    }

    String assetName() {
        return assetName(asset);
    }

    static String assetName(int asset) {
        return NAMES.get(asset);
    }
}
