package org.brisket.protocol.script;

import org.brisket.protocol.limit.Limit;
import org.brisket.protocol.limit.Limits;

/**
 * The work that verification may still do, in units of about ten nanoseconds, and the counts that
 * have limits of their own. The same scripts cost the same everywhere: nothing is measured. One
 * meter belongs to one transaction and one thread.
 */
public final class CostMeter {
    /** One step of the interpreter. */
    static final long STEP = 1;

    /** One ECDSA verification. */
    static final long SIGNATURE = 5_000;

    /** The fixed part of one hash. */
    static final long HASH = 50;

    /** Reading and writing one number. */
    static final long NUMBER = 5;

    private final Limits limits;
    private final long maxCost;
    private final long maxElement;
    private final long maxNumber;
    private final long maxStack;
    private final long before;
    private long spent;
    private long signatures;
    private long signatureBytes;
    private long hashBytes;

    /** With no other limits than these two. */
    public CostMeter(long maxCost, long maxStackBytes) {
        this(Limits.NONE.with(Limit.COST, maxCost).with(Limit.STACK_BYTES, maxStackBytes), 0);
    }

    /**
     * @param before the cost of the same record's other transactions
     */
    public CostMeter(Limits limits, long before) {
        this.limits = limits;
        this.before = before;
        this.maxCost = limits.of(Limit.COST);
        this.maxElement = limits.of(Limit.ELEMENT_BYTES);
        this.maxNumber = limits.of(Limit.NUMBER_BYTES);
        this.maxStack = limits.of(Limit.STACK_BYTES);
    }

    /** What was charged to this meter. */
    public long spent() {
        return spent;
    }

    void charge(long units) throws ScriptFailure {
        spent += units;
        require(Limit.COST, before + spent, maxCost);
    }

    /** For taking a script apart opcode by opcode. */
    void chargeScript(long bytes) throws ScriptFailure {
        charge(4 * bytes);
    }

    void chargeHash(long bytes) throws ScriptFailure {
        hashBytes += bytes;
        require(Limit.HASH_BYTES, hashBytes, limits.of(Limit.HASH_BYTES));
        charge(HASH + bytes / 4);
    }

    /** For the digest that a signature signs. */
    void chargeSignatureHash(long bytes) throws ScriptFailure {
        signatureBytes += bytes;
        require(Limit.SIGNATURE_HASH_BYTES, signatureBytes, limits.of(Limit.SIGNATURE_HASH_BYTES));
        charge(HASH + bytes / 4);
    }

    void chargeSignature() throws ScriptFailure {
        signatures++;
        require(Limit.SIGNATURE_OPERATIONS, signatures, limits.of(Limit.SIGNATURE_OPERATIONS));
        charge(SIGNATURE);
    }

    /** For RIPEMD-160, which takes four times as long as SHA-256 and has no intrinsic. */
    void chargeSlowHash(long bytes) throws ScriptFailure {
        chargeHash(bytes);
        charge(HASH + bytes);
    }

    /** For looking through bytes one by one. */
    void chargeScan(long bytes) throws ScriptFailure {
        charge(bytes / 2);
    }

    /** For arithmetic, whose numbers are made anew at each step. */
    void chargeNumber(long bytes) throws ScriptFailure {
        charge(NUMBER + bytes / 8);
    }

    /** For an element that is made anew, which is work even when it is empty. */
    void chargeElement(long bytes) throws ScriptFailure {
        charge(STEP + bytes / 8);
    }

    /** For work that touches each byte a few times. */
    void chargeBytes(long bytes) throws ScriptFailure {
        charge(bytes / 8);
    }

    void requireScript(long bytes) throws ScriptFailure {
        require(Limit.SCRIPT_BYTES, bytes, limits.of(Limit.SCRIPT_BYTES));
    }

    void requireElement(long bytes) throws ScriptFailure {
        require(Limit.ELEMENT_BYTES, bytes, maxElement);
        require(Limit.STACK_BYTES, bytes, maxStack);
    }

    void requireNumber(long bytes) throws ScriptFailure {
        require(Limit.NUMBER_BYTES, bytes, maxNumber);
    }

    void requireStack(long bytes) throws ScriptFailure {
        require(Limit.STACK_BYTES, bytes, maxStack);
    }

    private static void require(Limit limit, long actual, long allowed) throws ScriptFailure {
        if (actual > allowed) {
            throw ScriptFailure.overLimit(limit, allowed);
        }
    }
}
