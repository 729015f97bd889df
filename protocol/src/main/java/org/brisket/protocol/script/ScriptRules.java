package org.brisket.protocol.script;

/**
 * The rules for one input: those that hold for the spending transaction's block, and those that go
 * with the output that it spends. Genesis holds for every spending block.
 *
 * @param chronicleActive whether Chronicle holds in the block that will contain the spend
 * @param outputEra when the spent output was made
 * @param transactionVersion the spending transaction's version, signed
 * @param ruleSet whether what the network would not relay is refused too
 */
public record ScriptRules(
        boolean chronicleActive, OutputEra outputEra, int transactionVersion, RuleSet ruleSet) {

    private static final int NUMBER_LENGTH_BEFORE_GENESIS = 4;

    /** The rules of blocks alone. */
    public ScriptRules(boolean chronicleActive, OutputEra outputEra, int transactionVersion) {
        this(chronicleActive, outputEra, transactionVersion, RuleSet.CONSENSUS);
    }

    /** Since Chronicle a version above 1 waives the rules against malleability. */
    public boolean forbidsMalleability() {
        return !chronicleActive || transactionVersion <= 1;
    }

    /** Unlocking scripts that do more than push are malleable in the same way. */
    public boolean requiresPushOnly() {
        return forbidsMalleability();
    }

    /** Relay policy: shortest pushes and numbers, nothing left over, nothing unused. */
    public boolean requiresShortestForms() {
        return ruleSet == RuleSet.RELAY_POLICY && forbidsMalleability();
    }

    /** Relay policy: opcodes without effect may get one some day. */
    public boolean discouragesNothing() {
        return ruleSet == RuleSet.RELAY_POLICY;
    }

    /**
     * Outputs from before Genesis keep the limits, the lock time opcodes and the script hashes of
     * their time.
     */
    public boolean isPreGenesis() {
        return outputEra == OutputEra.PRE_GENESIS;
    }

    public boolean hasChronicleOpcodes() {
        return outputEra == OutputEra.POST_CHRONICLE;
    }

    /** The longest number, in bytes, that arithmetic takes and gives. */
    public int maxNumberLength() {
        return switch (outputEra) {
            case PRE_GENESIS -> NUMBER_LENGTH_BEFORE_GENESIS;
            case POST_GENESIS -> 750_000;
            case POST_CHRONICLE -> 32_000_000;
        };
    }
}
