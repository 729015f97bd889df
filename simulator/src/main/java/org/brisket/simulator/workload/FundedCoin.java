package org.brisket.simulator.workload;

import org.brisket.simulator.chain.Coin;

/** A coin to spend, the number of the key that owns it, and what proves it. */
record FundedCoin(Coin coin, int keyNumber, Lineage lineage) {}
