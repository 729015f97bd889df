/** The Kafka transactions of the job's sink: which are open, what they hold up, and their end. */
package org.brisket.job.transactions;
