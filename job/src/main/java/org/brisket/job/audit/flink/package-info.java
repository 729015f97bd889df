/**
 * The audit as a batch job in this process: it reads a savepoint with the State Processor API and
 * the change log beside it, and sorts on disk what does not fit into memory.
 */
package org.brisket.job.audit.flink;
