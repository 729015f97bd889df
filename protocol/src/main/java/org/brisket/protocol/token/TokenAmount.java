package org.brisket.protocol.token;

import java.util.OptionalLong;
import org.brisket.protocol.bytes.ByteSlice;

/**
 * Amounts as tokens write them: 1 to 2^53 - 1 in decimal ASCII digits, without sign or leading
 * zeros, so that every reader sees the same number.
 */
public final class TokenAmount {
    public static final long LARGEST = (1L << 53) - 1;

    private static final int MOST_DIGITS = 16;

    private TokenAmount() {}

    /** Empty for anything else. */
    public static OptionalLong parse(ByteSlice field) {
        if (field.isEmpty() || field.length() > MOST_DIGITS) {
            return OptionalLong.empty();
        }
        long amount = 0;
        for (int i = 0; i < field.length(); i++) {
            int digit = field.at(i) - '0';
            if (digit < 0 || digit > 9 || (i == 0 && digit == 0)) {
                return OptionalLong.empty();
            }
            amount = 10 * amount + digit;
        }
        return amount <= LARGEST ? OptionalLong.of(amount) : OptionalLong.empty();
    }
}
