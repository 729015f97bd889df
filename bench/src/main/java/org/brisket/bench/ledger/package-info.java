/** Ledger steps in Flink's keyed state beside the bare state accesses that they make. */
package org.brisket.bench.ledger;
