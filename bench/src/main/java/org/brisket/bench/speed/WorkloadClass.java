package org.brisket.bench.speed;

/** The shapes of BEEF that wallets send; {@code docs/benchmarks.md} describes them. */
public enum WorkloadClass {
    /** One unmined payment on a mined parent, whose proof has ten levels. */
    SIMPLE,
    /** Ten unmined ancestors and the subject, each on the one before. */
    CHAIN10,
    /** Ten inputs from ten mined parents, each with a proof of its own. */
    WIDE10,
    /** A token and a fee coin, spent to a token for someone else, a token back, and change. */
    TOKEN,
    /** A data output of 100 kB. */
    DATA100K
}
