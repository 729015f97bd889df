/**
 * Kafka as the job sees it: records in byte for byte, records out exactly once, and what must be
 * true of the broker before a job starts.
 */
package org.brisket.connectors.kafka;
