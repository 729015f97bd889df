/** Handing committed transactions to the network. */
package org.brisket.operators.broadcast;
