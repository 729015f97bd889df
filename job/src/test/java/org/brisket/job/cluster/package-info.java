/**
 * The job jar as it is shipped, on a Flink cluster of separate processes: what survives when one of
 * them is killed.
 */
package org.brisket.job.cluster;
