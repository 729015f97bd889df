/** Collecting the votes of a submission's ledgers and deciding. Plain Java. */
package org.brisket.state.coordination;
