/**
 * Seeded submissions, good and bad, each with the verdict that it must get. Depends on the chain
 * package for coins and proofs, and on the protocol for everything else; sends nothing.
 */
package org.brisket.simulator.workload;
