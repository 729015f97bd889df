/** A submission on its way from Kafka to the ledgers. */
package org.brisket.state.submission;
