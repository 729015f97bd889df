/** The door through which the network's status callbacks come in, on their way to Kafka. */
package org.brisket.connectors.callback;
