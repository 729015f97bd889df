/** A real Kafka broker inside this JVM, for local mode and tests. Depends on Kafka's server. */
package org.brisket.simulator.broker;
