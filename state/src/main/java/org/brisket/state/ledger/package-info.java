/**
 * A ledger: an ordered set of coins with one writer. The rules are plain Java over a small store
 * port; {@code FlinkLedgerStore} keeps the same store in keyed state.
 */
package org.brisket.state.ledger;
