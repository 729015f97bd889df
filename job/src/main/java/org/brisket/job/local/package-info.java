/**
 * The whole of Brisket on one machine: a broker, a Flink cluster, a simulated network and a
 * workload, watched and checked from outside.
 */
package org.brisket.job.local;
