package org.brisket.state.simulation;

import java.util.Optional;
import java.util.SplittableRandom;
import org.brisket.protocol.bytes.ByteSlice;

/**
 * Draws the tokens of one transaction: most carry on what its inputs bring in, some issue, and a
 * few want more than there is.
 */
final class TokenLot {
    private static final int LARGEST_ISSUE = 100;

    private final SplittableRandom lot;
    private final int[] left = new int[SimulatedToken.ASSETS];

    TokenLot(SplittableRandom lot) {
        this.lot = lot;
    }

    /** What an output that is spent brings in. */
    void bringIn(ByteSlice script) {
        SimulatedToken.read(script).ifPresent(token -> left[token.asset()] += token.amount());
    }

    /** The script of the next output. */
    byte[] nextScript() {
        byte topics = (byte) (lot.nextInt() | lot.nextInt());
        return nextToken().map(token -> token.script(topics)).orElse(new byte[] {topics});
    }

    private Optional<SimulatedToken> nextToken() {
        int chance = lot.nextInt(24);
        if (chance < 3) {
            int asset = lot.nextInt(SimulatedToken.ASSETS);
            return Optional.of(token(asset, 1 + lot.nextInt(LARGEST_ISSUE), true));
        }
        return chance < 5 ? Optional.empty() : carriedOn(chance == 5);
    }

    private Optional<SimulatedToken> carriedOn(boolean tooMuch) {
        for (int asset = 0; asset < left.length; asset++) {
            if (left[asset] > 0) {
                int amount = 1 + lot.nextInt(left[asset]);
                left[asset] -= amount;
                return Optional.of(
                        token(asset, tooMuch ? amount + left[asset] + 1 : amount, false));
            }
        }
        return Optional.empty();
    }

    private SimulatedToken token(int asset, int amount, boolean issued) {
        int owner = lot.nextInt(SimulatedToken.OWNERS);
        return new SimulatedToken(
                asset, Math.min(amount, SimulatedToken.LARGEST_AMOUNT), owner, issued);
    }
}
