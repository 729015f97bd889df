/**
 * The rules of an audit: what must hold within a ledger, between ledgers and tracked transactions,
 * and between the state and the public change log. Plain Java over values.
 */
package org.brisket.job.audit;
