package org.brisket.bench.attack;

/**
 * What the protocol says about an attack.
 *
 * @param verdict {@link #ACCEPTED} or the name of a rejection reason
 * @param cost metered work of all scripts; 0 unless accepted
 */
public record Judgement(String verdict, String detail, long cost) {
    public static final String ACCEPTED = "ACCEPTED";
}
