package org.brisket.protocol.script;

/**
 * The consensus rules for one input: those that hold for the spending transaction's block, and
 * those that go with the output that it spends. Genesis holds for every spending block.
 *
 * @param chronicleActive whether Chronicle holds in the block that will contain the spend
 * @param outputEra when the spent output was made
 * @param transactionVersion the spending transaction's version, signed
 */
public record ScriptRules(boolean chronicleActive, OutputEra outputEra, int transactionVersion) {

    /** Since Chronicle a version above 1 waives the rules against malleability. */
    public boolean forbidsMalleability() {
        return !chronicleActive || transactionVersion <= 1;
    }

    /** Unlocking scripts that do more than push are malleable in the same way. */
    public boolean requiresPushOnly() {
        return forbidsMalleability();
    }

    public boolean hasChronicleOpcodes() {
        return outputEra == OutputEra.POST_CHRONICLE;
    }

    /** The longest number, in bytes, that arithmetic takes and gives. */
    public int maxNumberLength() {
        return hasChronicleOpcodes() ? 32_000_000 : 750_000;
    }
}
