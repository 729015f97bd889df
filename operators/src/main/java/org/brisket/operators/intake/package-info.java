/** From Kafka records to submissions that parse. */
package org.brisket.operators.intake;
