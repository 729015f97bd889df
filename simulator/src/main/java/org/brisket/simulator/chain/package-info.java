/**
 * A deterministic block chain with real (regtest) proof of work, funding transactions that a
 * workload can spend, and headers and BEEFs of the real chain. The real data are those of the BRCs
 * and of the public test suites; nothing here asks the network.
 */
package org.brisket.simulator.chain;
