/** What is sent to the network, what the network answers, and the port between. */
package org.brisket.protocol.broadcast;
