/** Seeded makers of keys, coins, proofs and BEEFs for benchmarks and attacks. */
package org.brisket.bench.forge;
