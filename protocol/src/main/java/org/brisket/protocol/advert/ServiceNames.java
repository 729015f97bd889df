package org.brisket.protocol.advert;

/**
 * The names of topics ({@code tm_…}) and lookup services ({@code ls_…}), BRC-87: up to 50
 * characters, small letters in words that underscores join.
 */
public final class ServiceNames {
    private static final int LONGEST = 50;
    private static final int PREFIX = 3;

    private ServiceNames() {}

    /** Whether a valid name is that of a topic. */
    public static boolean isTopic(String name) {
        return name.startsWith("tm_") && isValid(name);
    }

    public static boolean isValid(String name) {
        boolean prefixed = name.startsWith("tm_") || name.startsWith("ls_");
        if (!prefixed || name.length() > LONGEST || name.length() == PREFIX) {
            return false;
        }
        for (int i = PREFIX; i < name.length(); i++) {
            char character = name.charAt(i);
            boolean letter = character >= 'a' && character <= 'z';
            boolean joint = character == '_' && name.charAt(i - 1) != '_';
            if (!letter && !joint) {
                return false;
            }
        }
        return !name.endsWith("_");
    }
}
