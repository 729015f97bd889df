package org.brisket.job.config;

/** A network of nodes with a chain of its own. */
public enum BsvNetwork {
    MAIN,
    TEST,
    STN,
    REGTEST
}
