/**
 * The job without Flink: ledgers, coordinators, trackers and a network, with seeded disorder
 * between them, and the checks that the guarantees hold. A seed says everything about a run.
 */
package org.brisket.state.simulation;
