/** From verified submissions to the ledgers that they name, and back with votes. */
package org.brisket.operators.ledger;
