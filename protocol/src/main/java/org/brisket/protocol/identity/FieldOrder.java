package org.brisket.protocol.identity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The two orders in which libraries in use put a certificate's fields before they sign it. For
 * names of small letters alone they are the same.
 */
enum FieldOrder implements Comparator<String> {
    /** By the UTF-8 bytes of the name. */
    BYTES {
        @Override
        public int compare(String left, String right) {
            return Arrays.compareUnsigned(
                    left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
        }
    },

    /**
     * As a dictionary has them, the root collation of Unicode for ASCII: punctuation, symbols,
     * digits, letters; the case counts only where all else is equal, small letters first.
     */
    DICTIONARY {
        @Override
        public int compare(String left, String right) {
            int byLetters = compareRanks(left, right, 1);
            int byCase = byLetters != 0 ? byLetters : compareRanks(left, right, 0);
            return byCase != 0 ? byCase : BYTES.compare(left, right);
        }
    };

    private static final String RANKS =
            " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789"
                    + "aAbBcCdDeEfFgGhHiIjJkKlLmMnNoOpPqQrRsStTuUvVwWxXyYzZ";
    private static final int FIRST_LETTER = RANKS.indexOf('a');

    /**
     * @param ignoringCase 1 for one rank per letter, 0 for one per letter and case
     */
    private static int compareRanks(String left, String right, int ignoringCase) {
        int common = Math.min(left.length(), right.length());
        for (int i = 0; i < common; i++) {
            int order =
                    Integer.compare(
                            rank(left.charAt(i), ignoringCase),
                            rank(right.charAt(i), ignoringCase));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    private static int rank(char character, int ignoringCase) {
        int rank = RANKS.indexOf(character);
        if (rank < 0) {
            return RANKS.length() + character;
        }
        boolean letter = rank >= FIRST_LETTER;
        return letter ? FIRST_LETTER + (rank - FIRST_LETTER >> ignoringCase << ignoringCase) : rank;
    }
}
