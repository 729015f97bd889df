/** Benchmarks of the protocol beside the physical floors of their work. */
package org.brisket.bench.speed;
