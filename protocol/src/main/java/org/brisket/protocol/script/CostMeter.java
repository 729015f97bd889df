package org.brisket.protocol.script;

/**
 * The work that verification may still do, in units of about ten nanoseconds. The same scripts cost
 * the same everywhere: nothing is measured. One meter belongs to one thread.
 */
public final class CostMeter {
    /** One step of the interpreter. */
    static final long STEP = 1;

    /** One ECDSA verification. */
    static final long SIGNATURE = 5_000;

    /** The fixed part of one hash. */
    static final long HASH = 50;

    private final long limit;
    private final long maxStackBytes;
    private long spent;

    public CostMeter(long limit, long maxStackBytes) {
        this.limit = limit;
        this.maxStackBytes = maxStackBytes;
    }

    public long spent() {
        return spent;
    }

    long maxStackBytes() {
        return maxStackBytes;
    }

    void charge(long units) throws ScriptFailure {
        spent += units;
        if (spent > limit) {
            throw ScriptFailure.overLimit("more than " + limit + " units of work");
        }
    }

    /** For taking a script apart opcode by opcode. */
    void chargeScript(long bytes) throws ScriptFailure {
        charge(4 * bytes);
    }

    void chargeHash(long bytes) throws ScriptFailure {
        charge(HASH + bytes / 4);
    }

    /** For work that touches each byte a few times. */
    void chargeBytes(long bytes) throws ScriptFailure {
        charge(bytes / 8);
    }
}
