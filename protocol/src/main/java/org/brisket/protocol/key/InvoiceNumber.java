package org.brisket.protocol.key;

import java.util.Locale;
import org.brisket.protocol.bytes.MalformedException;

/**
 * What a child key is for (BRC-43): how far a wallet has to ask its user, a protocol, and a key of
 * that protocol. Its text is {@code <level>-<protocol>-<key id>}.
 *
 * @param securityLevel 0: never asks, 1: asks once per protocol, 2: once per counterparty as well
 * @param protocol 5 to 400 characters, a to z, 0 to 9 and single spaces; 430 for what reveals a
 *     linkage
 * @param keyId 1 to 800 UTF-16 units of any kind
 */
public record InvoiceNumber(int securityLevel, String protocol, String keyId) {
    private static final int SHORTEST_PROTOCOL = 5;
    private static final int LONGEST_PROTOCOL = 400;
    private static final int LONGEST_LINKAGE = 430;
    private static final String LINKAGE = "specific linkage revelation ";
    private static final int LONGEST_KEY_ID = 800;

    public InvoiceNumber {
        String problem = problem(securityLevel, protocol, keyId);
        if (!problem.isEmpty()) {
            throw new IllegalStateException(problem);
        }
    }

    /** Takes a protocol name as callers write it: case and outer spaces do not matter. */
    public static InvoiceNumber of(int securityLevel, String protocol, String keyId)
            throws MalformedException {
        String name = protocol.strip().toLowerCase(Locale.ROOT);
        String problem = problem(securityLevel, name, keyId);
        if (!problem.isEmpty()) {
            throw new MalformedException(problem);
        }
        return new InvoiceNumber(securityLevel, name, keyId);
    }

    private static String problem(int level, String protocol, String keyId) {
        if (level < 0 || level > 2) {
            return "security level " + level + ", not 0, 1 or 2";
        }
        if (keyId.isEmpty() || keyId.length() > LONGEST_KEY_ID) {
            return "a key id of " + keyId.length() + " characters, not 1 to 800";
        }
        int longest = protocol.startsWith(LINKAGE) ? LONGEST_LINKAGE : LONGEST_PROTOCOL;
        if (protocol.length() < SHORTEST_PROTOCOL || protocol.length() > longest) {
            return "a protocol name of " + protocol.length() + " characters, not 5 to " + longest;
        }
        if (!protocol.chars().allMatch(InvoiceNumber::isAllowed)) {
            return "a protocol name with other characters than a-z, 0-9 and space";
        }
        if (protocol.contains("  ")) {
            return "a protocol name with two spaces in a row";
        }
        return protocol.endsWith(" protocol") ? "a protocol name that ends in 'protocol'" : "";
    }

    private static boolean isAllowed(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= '0' && character <= '9')
                || character == ' ';
    }

    @Override
    public String toString() {
        return securityLevel + "-" + protocol + "-" + keyId;
    }
}
