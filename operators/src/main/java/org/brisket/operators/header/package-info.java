/** Keeping the job's own header chain: headers from Kafka and from the trackers, one keeper. */
package org.brisket.operators.header;
