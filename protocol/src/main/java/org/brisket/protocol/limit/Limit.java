package org.brisket.protocol.limit;

import java.util.Locale;
import org.brisket.protocol.verdict.RejectionReason;

/**
 * One bound on what a record may hold or cost. All are counts of the input or of work that follows
 * from it, never of time, so that a verdict is the same on every machine.
 */
public enum Limit {
    /** Bytes of a BEEF. */
    RECORD_BYTES(10_000_000, Integer.MAX_VALUE, RejectionReason.RECORD_TOO_LARGE),
    /** Transactions in a BEEF. */
    TRANSACTIONS(5_000, Integer.MAX_VALUE, RejectionReason.TOO_MANY_TRANSACTIONS),
    /** Transactions on the longest chain of unmined ones that ends in the subject. */
    DEPTH(1_000, Integer.MAX_VALUE, RejectionReason.ANCESTRY_TOO_DEEP),
    /** Merkle paths in a BEEF. */
    MERKLE_PATHS(5_000, Integer.MAX_VALUE, RejectionReason.TOO_MANY_MERKLE_PATHS),
    /** Levels of a merkle path; one of 32 is a block of four thousand million transactions. */
    TREE_HEIGHT(32, 64, RejectionReason.MERKLE_TREE_TOO_HIGH),
    /** Inputs of a transaction. */
    INPUTS(20_000, Integer.MAX_VALUE, RejectionReason.TOO_MANY_INPUTS),
    /** Outputs of a transaction. */
    OUTPUTS(20_000, Integer.MAX_VALUE, RejectionReason.TOO_MANY_OUTPUTS),

    /** Bytes of a script that is run; data that nobody runs may be longer. */
    SCRIPT_BYTES(500_000, Integer.MAX_VALUE, RejectionReason.SCRIPT_TOO_LONG),
    /** Bytes of one element of the stack. */
    ELEMENT_BYTES(10_000_000, Integer.MAX_VALUE, RejectionReason.ELEMENT_TOO_LARGE),
    /** Bytes of a number that arithmetic takes or gives. */
    NUMBER_BYTES(10_000, Integer.MAX_VALUE, RejectionReason.NUMBER_TOO_LARGE),
    /** Both stacks of an input together: the length of each element, and 32. */
    STACK_BYTES(64_000_000, Long.MAX_VALUE, RejectionReason.STACK_TOO_LARGE),
    /** Signatures that one transaction has verified. */
    SIGNATURE_OPERATIONS(20_000, Long.MAX_VALUE, RejectionReason.TOO_MANY_SIGNATURE_OPERATIONS),
    /** Bytes that one transaction has hashed for its signature digests. */
    SIGNATURE_HASH_BYTES(256_000_000, Long.MAX_VALUE, RejectionReason.TOO_MANY_SIGNATURE_BYTES),
    /** Bytes that the hash opcodes of one transaction are given. */
    HASH_BYTES(512_000_000, Long.MAX_VALUE, RejectionReason.TOO_MANY_HASHED_BYTES),
    /** Units of about ten nanoseconds that all scripts of a record may take: 250 ms. */
    COST(20_000_000, Long.MAX_VALUE, RejectionReason.COST_TOO_HIGH),

    /** Bytes of an identity certificate. */
    CERTIFICATE_BYTES(64_000, Integer.MAX_VALUE, RejectionReason.CERTIFICATE_TOO_LARGE),
    /** Fields of an identity certificate. */
    CERTIFICATE_FIELDS(64, Integer.MAX_VALUE, RejectionReason.TOO_MANY_CERTIFICATE_FIELDS);

    private final long standard;
    private final long highest;
    private final RejectionReason reason;

    Limit(long standard, long highest, RejectionReason reason) {
        this.standard = standard;
        this.highest = highest;
        this.reason = reason;
    }

    /** What holds unless somebody decides otherwise. */
    public long standard() {
        return standard;
    }

    /** The most that the limit can be set to. */
    public long highest() {
        return highest;
    }

    /** What is refused for being over the limit is refused for this reason, and nothing else is. */
    public RejectionReason reason() {
        return reason;
    }

    /** The name in words: {@code merkle paths}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
