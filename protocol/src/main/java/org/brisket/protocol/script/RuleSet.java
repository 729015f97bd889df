package org.brisket.protocol.script;

/** How strict the script rules are. */
public enum RuleSet {
    /** What blocks have to keep. */
    CONSENSUS,

    /**
     * What nodes relay by their default policy too: shortest pushes and numbers, an empty element
     * under multiple signatures, one element left in the end, and no opcodes that later rules may
     * redefine. The first three are waived with the other rules against malleability.
     */
    RELAY_POLICY
}
