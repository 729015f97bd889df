package org.brisket.protocol.script;

/** Complete sets of rules, by the names that the public vectors give them. */
public enum ScriptProfile {
    /** Before Chronicle, an output since Genesis. */
    G(false, OutputEra.POST_GENESIS, RuleSet.CONSENSUS),
    /** After Chronicle, an output from before Genesis. */
    CP(true, OutputEra.PRE_GENESIS, RuleSet.CONSENSUS),
    /** After Chronicle, an output between the two. */
    CG(true, OutputEra.POST_GENESIS, RuleSet.CONSENSUS),
    /** After Chronicle, an output since then. */
    CC(true, OutputEra.POST_CHRONICLE, RuleSet.CONSENSUS),
    /** As CC, with what nodes relay. */
    PCC(true, OutputEra.POST_CHRONICLE, RuleSet.RELAY_POLICY);

    private final boolean chronicleActive;
    private final OutputEra outputEra;
    private final RuleSet ruleSet;

    ScriptProfile(boolean chronicleActive, OutputEra outputEra, RuleSet ruleSet) {
        this.chronicleActive = chronicleActive;
        this.outputEra = outputEra;
        this.ruleSet = ruleSet;
    }

    public ScriptRules rules(int transactionVersion) {
        return new ScriptRules(chronicleActive, outputEra, transactionVersion, ruleSet);
    }
}
