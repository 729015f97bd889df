/** The outside world: Kafka, chain trackers and the network's transaction endpoints. */
package org.brisket.connectors;
