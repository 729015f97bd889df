package org.brisket.job.config;

/** Whose rules headers have to keep. */
public enum HeaderRuleSet {
    /** Those of the configured network. */
    OF_NETWORK,
    /** Those of regtest, whatever the network is called: for simulated ones. */
    REGTEST
}
