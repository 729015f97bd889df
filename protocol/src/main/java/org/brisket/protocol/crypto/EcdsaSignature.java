package org.brisket.protocol.crypto;

import java.math.BigInteger;
import java.util.Arrays;
import org.brisket.protocol.bytes.Hex;

/**
 * An ECDSA signature: r and s, each 32 bytes big-endian. The numbers may be out of range; then the
 * signature verifies for no key.
 */
public final class EcdsaSignature {
    public static final int COMPACT_LENGTH = 64;

    private final byte[] compact;

    private EcdsaSignature(byte[] compact) {
        this.compact = compact;
    }

    /** From r and s back to back, 64 bytes. */
    public static EcdsaSignature ofCompact(byte[] compact) {
        if (compact.length != COMPACT_LENGTH) {
            throw new IllegalStateException(
                    "a compact signature of " + compact.length + " bytes, not 64");
        }
        return new EcdsaSignature(compact.clone());
    }

    /** Takes over the array without a copy. */
    static EcdsaSignature owning(byte[] compact) {
        return new EcdsaSignature(compact);
    }

    public byte[] toCompact() {
        return compact.clone();
    }

    /** The 64 bytes themselves, for reading only. */
    byte[] compact() {
        return compact;
    }

    BigInteger r() {
        return new BigInteger(1, compact, 0, 32);
    }

    BigInteger s() {
        return new BigInteger(1, compact, 32, 32);
    }

    /** True when r and s are both 1 to n-1. */
    public boolean isInRange() {
        return CurveOrder.isValidScalar(compact, 0) && CurveOrder.isValidScalar(compact, 32);
    }

    /** True when s is at most half of the curve's order, so that no third party can flip it. */
    public boolean isLowS() {
        return !CurveOrder.isOverHalf(compact, 32);
    }

    /** The equivalent signature whose s is low. */
    public EcdsaSignature normalised() {
        if (isLowS()) {
            return this;
        }
        byte[] flipped = compact.clone();
        CurveOrder.negate(flipped, 32);
        return new EcdsaSignature(flipped);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EcdsaSignature that && Arrays.equals(compact, that.compact);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(compact);
    }

    @Override
    public String toString() {
        return Hex.encode(compact);
    }
}
