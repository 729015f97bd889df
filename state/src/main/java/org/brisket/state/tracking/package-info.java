/**
 * What becomes of a decided transaction on the network: one state machine with one transition
 * table, and what each step asks of ledgers and tells the outside. Plain Java.
 */
package org.brisket.state.tracking;
